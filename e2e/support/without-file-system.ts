import { expect, type BrowserContext, type Page } from '@playwright/test';

// An empty page has none to begin with.
const removal = 'globalThis.StorageManager && delete StorageManager.prototype.getDirectory;\n';

/** Makes a browser one that has no file system for its pages, as some private windows have none. Before its first page. */
export async function takeFileSystemAway(context: BrowserContext): Promise<void> {
  await context.addInitScript(removal);
  await context.route(/\.worker-[^/]*\.js$/, async (route) => {
    const response = await route.fetch();
    await route.fulfill({ response, body: removal + (await response.text()) });
  });
}

/** A page and all its workers, of which there is at least one, have no file system. */
export async function expectNoFileSystem(page: Page): Promise<void> {
  const has = () => 'getDirectory' in navigator.storage;
  expect(page.workers().length).toBeGreaterThan(0);
  const found = [
    await page.evaluate(has),
    ...(await Promise.all(page.workers().map((w) => w.evaluate(has)))),
  ];
  expect(found).not.toContain(true);
}
