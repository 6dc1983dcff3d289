import { afterEach, expect, it, vi } from 'vitest';
import { createScratch, removeScratchLeftovers } from './scratch-file.ts';

afterEach(() => void vi.unstubAllGlobals());

it('is a file like any other where it lies in memory', async () => {
  const file = await createScratch('a.mp3');
  file.write(Uint8Array.of(1, 2, 3, 4, 5, 6), 0);
  // A gap, which is filled later, and a piece of what is there already.
  file.write(Uint8Array.of(9), 8);
  file.write(Uint8Array.of(7, 7), 0);
  const { file: content, name } = await file.finish();
  expect(name).toBeNull();
  expect([...new Uint8Array(await content.arrayBuffer())]).toEqual([7, 7, 3, 4, 5, 6, 0, 0, 9]);
});

it('is removed a day after its page died, and not while another page makes it', async () => {
  const hourMs = 60 * 60 * 1000;
  const agesMs = new Map([
    ['left', 25 * hourMs],
    ['made', hourMs],
  ]);
  const exports = {
    async *entries() {
      for (const [name, ageMs] of agesMs) {
        yield [name, { kind: 'file', getFile: async () => ({ lastModified: Date.now() - ageMs }) }];
      }
    },
    removeEntry: async (name: string) => void agesMs.delete(name),
  };
  const root = { getDirectoryHandle: async () => exports };
  vi.stubGlobal('navigator', { storage: { getDirectory: async () => root } });
  await removeScratchLeftovers();
  expect([...agesMs.keys()]).toEqual(['made']);
});
