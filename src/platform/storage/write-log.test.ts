import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createFakeFile } from '#testing/fake-disk.ts';
import { createReplay, type LogRow } from './write-log.ts';

type Change = Pick<LogRow, 'at' | 'bytes'>;

/** Changes of a file as a writer may ask for them: nowhere behind its end. */
const changes = fc
  .array(fc.record({ where: fc.nat({ max: 100 }), bytes: fc.option(fc.uint8Array({ maxLength: 9 })) }), {
    maxLength: 30,
  })
  .map((steps) => {
    let length = 0;
    return steps.map(({ where, bytes }): Change => {
      const at = Math.round((where / 100) * length);
      length = bytes === null ? at : Math.max(length, at + bytes.byteLength);
      return { at, bytes: bytes === null ? null : Uint8Array.from(bytes) };
    });
  });

const contentOf = async (rows: readonly Change[], atOnce: number): Promise<number[]> => {
  const replay = createReplay();
  for (let from = 0; from < rows.length; from += atOnce) replay.push(rows.slice(from, from + atOnce));
  return [...new Uint8Array(await replay.content().arrayBuffer())];
};

describe('createReplay', () => {
  it('brings what was written, however many rows it is given at once', async () => {
    await fc.assert(
      fc.asyncProperty(changes, fc.integer({ min: 1, max: 7 }), async (rows, atOnce) => {
        const file = createFakeFile();
        for (const { at, bytes } of rows) {
          if (bytes === null) file.truncate(at);
          else file.write(bytes, { at });
        }
        expect(await contentOf(rows, atOnce)).toEqual([...file.content()]);
      }),
    );
  });

  it('ends before a row that is missing', async () => {
    const row = (at: number): Change => ({ at, bytes: Uint8Array.of(at, at) });
    expect(await contentOf([row(0), row(2), row(6), row(8)], 2)).toEqual([0, 0, 2, 2]);
  });
});
