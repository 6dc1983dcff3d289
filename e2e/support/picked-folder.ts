import type { Page } from '@playwright/test';
import { decodeWav, type DecodedWav } from './wav.ts';

/** The name of the folder that is always picked. */
const folderName = 'Calls';

/**
 * Lets a page's dialog for folders pick one of the origin's own, which has the same handles as one of the device. A browser
 * that is `forgetful` asks again in each page whether it may be written to. Before the page is opened.
 */
export async function pickFolder(page: Page, { forgetful }: { readonly forgetful: boolean }): Promise<void> {
  await page.addInitScript(
    ([name, forgetful]) => {
      const folder = async () =>
        (await navigator.storage.getDirectory()).getDirectoryHandle(name, { create: true });
      let isAllowed = !forgetful;
      const allow = () => {
        isAllowed = true;
        return Promise.resolve('granted');
      };
      Object.assign(globalThis, {
        async showDirectoryPicker() {
          await allow();
          return folder();
        },
      });
      Object.assign(FileSystemHandle.prototype, {
        queryPermission: () => Promise.resolve(isAllowed ? 'granted' : 'prompt'),
        requestPermission: allow,
      });
    },
    [folderName, forgetful] as const,
  );
}

/** How many recordings the browser keeps. */
export const keptInBrowser = (page: Page): Promise<number> =>
  page.evaluate(async () => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle('recordings', { create: true });
    let count = 0;
    for await (const name of folder.keys()) if (name.endsWith('.wav')) count += 1;
    return count;
  });

/** The recordings in the folder, by their file names. */
export async function filesInFolder(page: Page): Promise<ReadonlyMap<string, DecodedWav>> {
  const files = await page.evaluate(async (name) => {
    const root = await navigator.storage.getDirectory();
    const folder = await root.getDirectoryHandle(name, { create: true });
    const found: [string, string][] = [];
    for await (const [fileName, handle] of folder.entries()) {
      const bytes = new Uint8Array(await (await (handle as FileSystemFileHandle).getFile()).arrayBuffer());
      let text = '';
      for (const byte of bytes) text += String.fromCodePoint(byte);
      found.push([fileName, btoa(text)]);
    }
    return found;
  }, folderName);
  return new Map(files.map(([name, base64]) => [name, decodeWav(Buffer.from(base64, 'base64'))]));
}
