import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { splitHeaderValues } from './header-values.ts';

describe('splitHeaderValues', () => {
  it.each([
    ['"Bell, A" <sip:a,b@x>;q=",", <tel:+1>', ['"Bell, A" <sip:a,b@x>;q=","', '<tel:+1>']],
    [' , sip:a@x ,, ', ['sip:a@x']],
    ['"never closed, <sip:a@x>', ['"never closed, <sip:a@x>']],
    ['<sip:a@x, <sip:b@x', ['<sip:a@x, <sip:b@x']],
    ['"a\\",b" <sip:a@x>,b', ['"a\\",b" <sip:a@x>', 'b']],
    ['', []],
  ])('%j', (header, values) => {
    expect(splitHeaderValues(header)).toEqual(values);
  });

  it('reads no more than the first 256 of a flood', () => {
    expect(splitHeaderValues('<sip:a@x>,'.repeat(10_000))).toHaveLength(256);
    expect(splitHeaderValues(`${','.repeat(65_536)}sip:a@x`)).toEqual(['sip:a@x']);
  });

  it('finds again what was joined', () => {
    const value = fc.constantFrom('"a, b" <sip:a@x>;tag=1', 'tel:+1555', '<sip:a,b@x>', '"\\"," <sip:q@x>');
    fc.assert(
      fc.property(fc.array(value), (values) => {
        expect(splitHeaderValues(values.join(', '))).toEqual(values);
      }),
    );
  });
});
