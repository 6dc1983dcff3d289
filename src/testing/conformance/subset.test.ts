import { describe, expect, it } from 'vitest';
import { differences } from './subset.ts';

describe('differences', () => {
  it.each([
    [{ a: 1 }, { a: 1, b: 2 }],
    [{ a: 'set' }, { a: 0 }],
    [{ a: null }, {}],
    [[{ a: 1 }], [{ a: 1, b: 2 }]],
    ['x', 'x'],
  ])('%j is in %j', (expected, actual) => {
    expect(differences(expected, actual)).toEqual([]);
  });

  it.each([
    [{ a: 1 }, { a: 2 }],
    [{ a: 'set' }, { a: null }],
    [{ a: null }, { a: 0 }],
    [[1], [1, 2]],
    [[1], { 0: 1 }],
    [{ a: 1 }, null],
    ['x', undefined],
  ])('%j is not in %j', (expected, actual) => {
    expect(differences(expected, actual)).not.toEqual([]);
  });
});
