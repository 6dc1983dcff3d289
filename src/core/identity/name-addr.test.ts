import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseNameAddr } from './name-addr.ts';

describe('parseNameAddr', () => {
  it.each([
    ['"Alice Smith" <sip:alice@example.com>;tag=1', 'Alice Smith', 'sip:alice@example.com'],
    ['Bob <SIPS:bob@example.com>', 'Bob', 'SIPS:bob@example.com'],
    ['"Sales" <tel:+15551234567>', 'Sales', 'tel:+15551234567'],
    ['sip:carol@example.com;tag=1', null, 'sip:carol@example.com'],
    ['TEL:+1555', null, 'TEL:+1555'],
    ['<sip:a@b;transport=ws>', null, 'sip:a@b;transport=ws'],
    ['"a<b>c" <sip:x@y>', 'a<b>c', 'sip:x@y'],
    ['Bell, Alexander <sip:bell@example.com>', 'Bell, Alexander', 'sip:bell@example.com'],
    ['Жанна <sip:j@example.com>', 'Жанна', 'sip:j@example.com'],
    ['"Alice\r\n\t Smith" <sip:a@b>', 'Alice Smith', 'sip:a@b'],
    ['  Alice \r\n Smith\t<sip:a@b>', 'Alice Smith', 'sip:a@b'],
    ['"Watson, Thomas" < sip:t.watson@example.org >', 'Watson, Thomas', 'sip:t.watson@example.org'],
    ['', null, ''],
    ['"Alice"', 'Alice', ''],
    ['\uFEFF"Alice" <sip:a@b>', 'Alice', 'sip:a@b'],
    ['Room: 5 <sip:room5@b>', 'Room: 5', 'sip:room5@b'],
    ['Alice sip:a@b', 'Alice', 'sip:a@b'],
    [String.raw`"Alice \"Al\" Smith <sip:a@x>`, 'Alice "Al" Smith', 'sip:a@x'],
    ['Alice \r\n Smith\tSIPS:a@b ;tag=1', 'Alice Smith', 'SIPS:a@b'],
    ['"Alice; \\"Al\\"" tel:+1555;tag=1', 'Alice; "Al"', 'tel:+1555'],
    ['"Alice"sip:a@b', 'Alice', 'sip:a@b'],
    ['\u200Bsip:ceo@corp sip:eve@x', null, 'sip:eve@x'],
    ['sip:a@b sip:eve@x', null, 'sip:a@b'],
    ['isbn:123;note= sip:eve@x', null, 'isbn:123'],
    ['"Alice";note= sip:eve@x', 'Alice', ''],
  ])('%j', (value, displayName, uri) => {
    expect(parseNameAddr(value)).toMatchObject({ displayName, uri });
  });

  it('takes a closing quote that is missing to stand before the last bracket', () => {
    expect(parseNameAddr('"Mr. J. User <sip:j.user@example.com>')).toMatchObject({
      displayName: 'Mr. J. User',
      uri: 'sip:j.user@example.com',
    });
    expect(parseNameAddr('"Mr J. User <sip:j.user@example.com> <sip:realj@example.net>')).toMatchObject({
      displayName: 'Mr J. User <sip:j.user@example.com>',
      uri: 'sip:realj@example.net',
    });
  });

  it('takes a bracket that is missing to stand at the end', () => {
    expect(parseNameAddr('Bob <sip:bob@example.com').uri).toBe('sip:bob@example.com');
  });

  it.each([
    'sip:ceo@corp.example <sip:evil@example.com>',
    'SIPS:ceo@corp.example <sip:evil@example.com>',
    'tel:+1555 <sip:evil@example.com>',
    '\u00A0sip:ceo@corp.example <sip:evil@example.com>',
    '\u200Bsip:ceo@corp.example <sip:evil@example.com>',
    'si\0p:ceo@corp.example <sip:evil@example.com>',
  ])('never shows a URI in the place of the name: %s', (value) => {
    expect(parseNameAddr(value)).toMatchObject({ displayName: null, uri: 'sip:evil@example.com' });
  });

  it.each([
    ['"A;B" <sip:a@b;ob>;tag=1', ';tag=1'],
    ['tel:+1555;tag=1', ';tag=1'],
    ['Bob <sip:b@x', ''],
    ['"Bob";tag=1', ';tag=1'],
  ])('tells where the parameters of %s begin', (value, parameters) => {
    expect(value.slice(parseNameAddr(value).end)).toBe(parameters);
  });

  it('takes no name from a parameter', () => {
    expect(parseNameAddr('sip:a@b;x="Mallory" ;y=<sip:evil@example.com>')).toMatchObject({
      displayName: null,
      uri: 'sip:a@b',
    });
  });

  it('reads header parameters, the first of each name', () => {
    const { parameters } = parseNameAddr('<sip:a@b;ob> ; Tag = "x\\"y" ;flag; tag=2 ,<sip:c@d>;other');
    expect([...parameters]).toEqual([
      ['tag', 'x"y'],
      ['flag', null],
    ]);
  });

  it('gives back every name that can be quoted', () => {
    const name = fc
      .string({ unit: 'binary', minLength: 1 })
      .filter((text) => !/[\r\n]/.test(text) && text.trim() !== '');
    fc.assert(
      fc.property(name, (text) => {
        const quoted = `"${text.replaceAll(/["\\]/g, '\\$&')}" <sip:a@b>`;
        expect(parseNameAddr(quoted)).toMatchObject({ displayName: text, uri: 'sip:a@b' });
      }),
      { numRuns: 2000 },
    );
  });

  it('survives whatever arrives', () => {
    const pieces = fc.constantFrom(
      '"',
      '<',
      '>',
      '\\',
      ';',
      '=',
      ',',
      ' ',
      '\t',
      '\r\n',
      '\n ',
      'sip:',
      'TEL:',
      'a',
      'é',
      '@',
      '\0',
    );
    fc.assert(
      fc.property(fc.array(pieces, { maxLength: 40 }), (parts) => {
        const { displayName, uri } = parseNameAddr(parts.join(''));
        expect(displayName === null || displayName.trim() !== '').toBe(true);
        expect(uri).not.toMatch(/[\r\n]/);
      }),
      { numRuns: 5000 },
    );
  });
});
