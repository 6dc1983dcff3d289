import { execFile } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { build, preview, type InlineConfig } from 'vite';

/** A page with another phone in it, built as its maker would. */
export interface ServedPeer {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** Installs, builds and serves the peer of a folder. It has a lock file of its own: nobody but a bench needs what it needs. */
export async function servePeer(name: 'react-softphone'): Promise<ServedPeer> {
  const root = fileURLToPath(new URL(name, import.meta.url));
  await promisify(execFile)('npm', ['ci', '--no-audit', '--no-fund', '--prefer-offline'], { cwd: root });
  const settings: InlineConfig = { root, configFile: false, logLevel: 'error' };
  await build({ ...settings, build: { chunkSizeWarningLimit: 1000 } });
  const pages = await preview({ ...settings, preview: { port: 0, host: '127.0.0.1' } });
  const [url] = pages.resolvedUrls?.local ?? [];
  if (url === undefined) throw new Error(`${name} is served nowhere`);
  return { url, close: () => pages.close() };
}
