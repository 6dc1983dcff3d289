import { expect, test } from 'vitest';
import { paramValue } from './params.ts';
import { parseSipUri, readHostPort, uriScheme } from './uri.ts';

test.each([
  ['sip:alice@LocalHost', { user: 'alice', host: 'localhost', port: null }],
  ['sip:localhost:5060', { user: null, host: 'localhost', port: 5060 }],
  ['SIPS:alice:secret@[::1]:5061', { scheme: 'sips', user: 'alice', host: '[::1]', port: 5061 }],
  ['sip:+1-555@gw.example;user=phone?subject=x', { user: '+1-555', host: 'gw.example' }],
  ['sip:what?@example.com', { user: 'what?', host: 'example.com' }],
])('%s', (text, expected) => {
  expect(parseSipUri(text)).toMatchObject(expected);
});

test.each([
  '',
  'alice',
  'tel:123',
  'sip:',
  'sip:@',
  'sip:a@',
  'sip:a@b:99999',
  'sip:a@b:x',
  'sip:%zz@b',
  'sip:a b@c',
  'sip:a@b@c',
])('%j is no sip URI', (text) => {
  expect(parseSipUri(text)).toBeNull();
});

test('parameters are found without regard to case', () => {
  const uri = parseSipUri('sip:a@b;Transport=ws;lr');
  expect(uri === null ? null : [paramValue(uri.params, 'transport'), paramValue(uri.params, 'lr')]).toEqual([
    'ws',
    '',
  ]);
});

test('a scheme is told for any URI, and a host with or without its port', () => {
  expect(uriScheme('TEL:1')).toBe('tel');
  expect(uriScheme('1:2')).toBeNull();
  expect(readHostPort('Example.com:80')).toEqual({ host: 'example.com', port: 80 });
  expect(readHostPort('a b')).toBeNull();
});
