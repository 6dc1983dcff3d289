/** Written before this file by the build: every file of the page, and a hash over all of them. */
declare const page: { readonly version: string; readonly paths: readonly string[] };

/*
 * The service worker. With it the phone opens without a network, and a tab that was opened before a new version was
 * deployed finds the parts that it has not loaded yet: this worker goes, with its files, once its last tab has gone. What
 * the server has comes first, so that a reload brings the new version.
 */
const worker = globalThis as unknown as ServiceWorkerGlobalScope;
const prefix = 'sidetone-page-';
const cacheName = prefix + page.version;
const settingsPath = '/config.json';
const kept = new Set(page.paths);

const openCache = (): Promise<Cache> => caches.open(cacheName);

async function keepFiles(): Promise<void> {
  const cache = await openCache();
  // Names without a hash may be in the browser's own cache in an older form.
  const now = (path: string) => new Request(path, { cache: 'no-cache' });
  await cache.addAll(page.paths.map(now));
  // A deployment may have none.
  await cache.add(now(settingsPath)).catch(() => undefined);
}

async function forgetOlder(): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith(prefix) && name !== cacheName);
  await Promise.all(names.map((name) => caches.delete(name)));
}

/** From the server; as it was the last time when there is none. */
async function freshOrKept(request: Request, key: string): Promise<Response> {
  const cache = await openCache();
  try {
    const response = await fetch(request);
    if (key === settingsPath && response.ok) await cache.put(key, response.clone());
    // A proxy before a server that is down answers, too. What it refuses is for the person to see.
    if (response.status < 500) return response;
    return (await cache.match(key)) ?? response;
  } catch (error) {
    const earlier = await cache.match(key);
    if (earlier === undefined) throw error;
    return earlier;
  }
}

const keptOrFresh = async (request: Request, key: string): Promise<Response> =>
  (await (await openCache()).match(key)) ?? fetch(request);

worker.addEventListener('install', (event) => event.waitUntil(keepFiles()));
worker.addEventListener('activate', (event) => event.waitUntil(forgetOlder()));
worker.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  if (request.method !== 'GET' || origin !== location.origin) return;
  if (request.mode === 'navigate') {
    // A recording that is opened in a tab of its own is no page.
    if (pathname === '/' || pathname === '/index.html') event.respondWith(freshOrKept(request, '/'));
  } else if (pathname === settingsPath) event.respondWith(freshOrKept(request, settingsPath));
  // The page itself is only read to see whether there is a newer one.
  else if (pathname !== '/' && kept.has(pathname)) event.respondWith(keptOrFresh(request, pathname));
});
