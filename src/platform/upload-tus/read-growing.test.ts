import { expect, it } from 'vitest';
import { PhoneError } from '#core/errors/phone-error.ts';
import { readGrowing } from './read-growing.ts';

const bytes = Uint8Array.from({ length: 1_000_000 }, (_, index) => index % 251);

/** A file that grows while it is read, the first so many times of each. */
function setUp(growths: number) {
  const opened: number[] = [];
  let left = growths;
  const open = () => {
    opened.push(opened.length);
    const file = new Blob([bytes]);
    const slice = (start: number, end: number) => {
      const piece = file.slice(start, end);
      const isStale = left > 0;
      left = isStale ? left - 1 : growths;
      if (isStale) piece.arrayBuffer = () => Promise.reject(new DOMException('', 'NotReadableError'));
      return piece;
    };
    return Promise.resolve<Blob>(Object.assign(new Blob(), { slice }));
  };
  return { open, opened };
}

it('reads again, from the file as it is then, what was written to meanwhile', async () => {
  const { open, opened } = setUp(2);
  const read = new Uint8Array(await (await readGrowing(open, 10, 700_000)).arrayBuffer());
  expect(read).toHaveLength(700_000 - 10);
  expect(read.every((byte, index) => byte === bytes[index + 10])).toBe(true);
  // Three pieces, each three times.
  expect(opened).toHaveLength(9);
});

it('gives up what cannot be read at all, and at once what is gone', async () => {
  const { open, opened } = setUp(1000);
  await expect(readGrowing(open, 0, 100)).rejects.toMatchObject({ name: 'NotReadableError' });
  expect(opened).toHaveLength(10);
  let asked = 0;
  const gone = () => {
    asked += 1;
    return Promise.reject(new PhoneError({ code: 'recording/storage-failed' }));
  };
  await expect(readGrowing(gone, 0, 100)).rejects.toBeInstanceOf(PhoneError);
  expect(asked).toBe(1);
});
