import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  decodeMarks,
  encodeMarks,
  isLasting,
  markKinds,
  mostMarks,
  readMarks,
  withMark,
  type RecordingMark,
} from './recording-mark.ts';

const hold: RecordingMark = { kind: 'hold', atMs: 12_000, durationMs: null };
const transfer: RecordingMark = { kind: 'transfer', atMs: 31_500, durationMs: null };
const ended = { ...hold, durationMs: 10_000 };

describe('withMark', () => {
  it('lets a mark that knows its end take the place of the one that did not', () => {
    const open = withMark(withMark([], hold), transfer);
    expect(open).toEqual([hold, transfer]);
    expect(isLasting(open, 'hold')).toBe(true);
    expect(withMark(open, ended)).toEqual([ended, transfer]);
    expect(isLasting([ended], 'hold')).toBe(false);
  });

  it('keeps the first marks of very many, and still ends them', () => {
    const many = Array.from({ length: mostMarks + 5 }, (_, index) => ({ ...hold, atMs: index }));
    const kept = many.reduce(withMark, [] as readonly RecordingMark[]);
    expect(kept).toHaveLength(mostMarks);
    expect(withMark(kept, { ...hold, atMs: 0, durationMs: 1 })[0]?.durationMs).toBe(1);
  });
});

it('a gap makes room for what a person did, when there are too many marks', () => {
  const gap = (atMs: number): RecordingMark => ({ kind: 'gap', atMs, durationMs: 120 });
  const full = Array.from({ length: mostMarks }, (_, index) => gap(index)).reduce(
    withMark,
    [] as readonly RecordingMark[],
  );
  expect(withMark(full, gap(9000))).toBe(full);
  const held = withMark(full, hold);
  expect(held).toHaveLength(mostMarks);
  expect(isLasting(held, 'hold')).toBe(true);
  expect(held[0]).toEqual(gap(1));
});

describe('marks as text', () => {
  it('are short and come back', () => {
    expect(encodeMarks([ended, transfer])).toBe('hold@12000+10000 transfer@31500');
    expect(encodeMarks([])).toBe('');
    const time = fc.nat({ max: 999_999_999 });
    const mark = fc.record({
      kind: fc.constantFrom(...markKinds),
      atMs: time,
      durationMs: fc.option(time),
    });
    const marks = fc.uniqueArray(mark, { selector: ({ kind, atMs }) => `${kind}${atMs}` });
    fc.assert(
      fc.property(marks, (given) => {
        expect(decodeMarks(encodeMarks(given))).toEqual(given);
        expect(readMarks(JSON.parse(JSON.stringify(given)))).toEqual(given);
      }),
    );
  });

  it('leave out what is none, and never fit no header', () => {
    expect(decodeMarks('hold@1 sleep@2 hold@-3 hold@1e9 xhold@4 hold@5+ <b>hold@6 mute@7+8')).toEqual([
      { kind: 'hold', atMs: 1, durationMs: null },
      { kind: 'mute', atMs: 7, durationMs: 8 },
    ]);
    const longest = Array.from({ length: 1000 }, (_, index) => ({
      kind: 'device-change',
      atMs: 999_999_999 - index,
      durationMs: 999_999_999,
    }));
    expect(encodeMarks(readMarks(longest)).length).toBeLessThan(5000);
  });

  it.each([
    null,
    'hold',
    7,
    [null],
    [{ ...hold, kind: 'Hold' }],
    [{ ...hold, atMs: 1.5 }],
    [{ kind: 'hold' }],
  ])('are no %j', (value) => {
    expect(readMarks(value)).toEqual([]);
  });
});
