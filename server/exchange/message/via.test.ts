import { expect, test } from 'vitest';
import { markSource, parseVia } from './via.ts';

const source = { address: '127.0.0.1', port: 4711 };

test('the source of a request is written into its Via, the port only where it was asked for', () => {
  const plain = parseVia('SIP/2.0/ws A.invalid;branch=z9;received=6.6.6.6');
  const asking = parseVia('SIP / 2.0 / WS a.invalid:80 ; rport ; branch=z9');
  expect(plain === null ? null : markSource(plain, source)).toBe(
    'SIP/2.0/WS a.invalid;branch=z9;received=127.0.0.1',
  );
  expect(asking === null ? null : markSource(asking, source)).toBe(
    'SIP/2.0/WS a.invalid:80;branch=z9;received=127.0.0.1;rport=4711',
  );
});

test.each([
  '',
  'SIP/2.0/WS a',
  'SIP/2.0/WS a;branch=',
  'SIP/2.0/WS a b;branch=1;=',
  'SIP/2.0 a;branch=1',
  'SIP/3.0/WS a;branch=1',
])('%j is malformed', (text) => {
  expect(parseVia(text)).toBeNull();
});
