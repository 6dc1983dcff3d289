import { expect, test } from 'vitest';
import { formatAddress, parseNameAddr, parseNameAddrs, tagOf } from './name-addr.ts';
import { paramValue } from './params.ts';

test('a display name, a URI and the parameters of the header are told apart', () => {
  const value = parseNameAddr('"A \\"B\\" <c>" <sip:a@b;transport=ws>;tag=1;x="y;z"');
  expect(value).toMatchObject({ displayName: 'A "B" <c>', uri: 'sip:a@b;transport=ws' });
  expect(value === null ? null : tagOf(value)).toBe('1');
  expect(value === null ? null : paramValue(value.params, 'x')).toBe('y;z');
});

test('without brackets the parameters belong to the header', () => {
  const value = parseNameAddr('sip:a@b;tag=1');
  expect(value).toMatchObject({ displayName: null, uri: 'sip:a@b' });
  expect(value === null ? null : tagOf(value)).toBe('1');
});

test('any scheme is an address', () => {
  expect(parseNameAddr('<tel:+15551234>')).toMatchObject({ uri: 'tel:+15551234' });
});

test.each([
  '',
  '<sip:a@b',
  'sip:a@b>',
  '"x" y <sip:a@b>',
  'x"y" <sip:a@b>',
  '<>',
  'nonsense',
  '<sip:a b@c>',
  '<sip:a@b>;=1',
])('%j is malformed', (text) => {
  expect(parseNameAddr(text)).toBeNull();
});

test('a list is split at the commas between its values only', () => {
  expect(parseNameAddrs('"a, b" <sip:a@b>, <sip:c,d@e>')?.map(({ uri }) => uri)).toEqual([
    'sip:a@b',
    'sip:c,d@e',
  ]);
  expect(parseNameAddrs('<sip:a@b>,')).toBeNull();
});

test('an address is written with brackets, its parameters as they were', () => {
  expect(
    formatAddress('sip:a@b;c', [
      { name: 'expires', value: '60' },
      { name: 'ob', value: null },
    ]),
  ).toBe('<sip:a@b;c>;expires=60;ob');
});
