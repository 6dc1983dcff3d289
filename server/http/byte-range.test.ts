import { describe, expect, it } from 'vitest';
import { parseByteRange } from './byte-range.ts';

describe('parseByteRange', () => {
  it.each([
    ['bytes=0-9', { start: 0, endInclusive: 9 }],
    ['bytes=90-', { start: 90, endInclusive: 99 }],
    ['bytes=90-500', { start: 90, endInclusive: 99 }],
    ['bytes=-10', { start: 90, endInclusive: 99 }],
    ['bytes=-500', { start: 0, endInclusive: 99 }],
    ['bytes=99-99', { start: 99, endInclusive: 99 }],
  ])('reads %s of 100 bytes', (header, range) => {
    expect(parseByteRange(header, 100)).toEqual(range);
  });

  it.each(['bytes=100-', 'bytes=100-200', 'bytes=-0'])('calls %s of 100 bytes unsatisfiable', (header) => {
    expect(parseByteRange(header, 100)).toBe('unsatisfiable');
  });

  it.each([
    undefined,
    '',
    'bytes=',
    'bytes=-',
    'bytes=9-1',
    'bytes=0-1,4-5',
    'lines=0-1',
    'bytes=a-b',
    'bytes=1',
  ])('ignores %s', (header) => {
    expect(parseByteRange(header, 100)).toBe('whole');
  });

  it('finds nothing in an empty file', () => {
    expect(parseByteRange('bytes=0-', 0)).toBe('unsatisfiable');
    expect(parseByteRange('bytes=-1', 0)).toBe('unsatisfiable');
  });
});
