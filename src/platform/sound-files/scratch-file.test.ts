import { expect, it } from 'vitest';
import { createScratch } from './scratch-file.ts';

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
