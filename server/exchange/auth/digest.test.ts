import { expect, test } from 'vitest';
import { digestResponse, parseCredentials, provesPassword } from './digest.ts';

/** The example of RFC 7616 §3.9.1. */
const example = {
  username: 'Mufasa',
  realm: 'http-auth@example.org',
  uri: '/dir/index.html',
  nonce: '7ypf/xlj9XXwfDPEoM4URrv/xwf94BcCAzFZH4GiTo0v',
  nc: '00000001',
  cnonce: 'f2/wE4q74E6zIJEtWaHKaf5wv/H5QzzpXusqGemxURZJ',
} as const;

test('the responses are those of RFC 7616', () => {
  expect(digestResponse({ ...example, algorithm: 'MD5' }, 'GET', 'Circle of Life')).toBe(
    '8ca523f5e9506fed4657c9700eebdbec',
  );
  expect(digestResponse({ ...example, algorithm: 'SHA-256' }, 'GET', 'Circle of Life')).toBe(
    '753927fa0e85d155564e2e272a28d1802ca10daf4496794697cf8db5856cb6c1',
  );
});

const header = (replace: Readonly<Record<string, string>> = {}) => {
  const params = {
    username: '"Mufasa"',
    realm: `"${example.realm}"`,
    uri: `"${example.uri}"`,
    nonce: `"${example.nonce}"`,
    nc: example.nc,
    cnonce: `"${example.cnonce}"`,
    qop: 'auth',
    algorithm: 'MD5',
    response: '"8ca523f5e9506fed4657c9700eebdbec"',
    ...replace,
  };
  return `Digest ${Object.entries(params)
    .map(([name, value]) => `${name}=${value}`)
    .join(', ')}`;
};

test('a header proves the password that it was made with and no other', () => {
  const credentials = parseCredentials(header());
  expect(credentials).toMatchObject({ username: 'Mufasa', algorithm: 'MD5', nc: '00000001' });
  if (credentials === null) return;
  expect(provesPassword(credentials, 'GET', 'Circle of Life')).toBe(true);
  expect(provesPassword(credentials, 'GET', 'circle of life')).toBe(false);
  expect(provesPassword(credentials, 'POST', 'Circle of Life')).toBe(false);
  expect(provesPassword({ ...credentials, response: 'x' }, 'GET', 'Circle of Life')).toBe(false);
});

test.each([
  ['another scheme', 'Basic TXVmYXNh'],
  ['an open quote', 'Digest username="Mufasa'],
  ['another algorithm', header({ algorithm: 'SHA-512' })],
  ['no qop', header({ qop: '""' })],
  ['qop with integrity', header({ qop: 'auth-int' })],
  ['a count that is no number', header({ nc: '0000000x' })],
  ['no nonce', header({ nonce: '""' })],
])('%s is not accepted', (_, value) => {
  expect(parseCredentials(value)).toBeNull();
});

test('without an algorithm MD5 is meant (RFC 7616 §3.3)', () => {
  expect(parseCredentials(header().replace(', algorithm=MD5', ''))).toMatchObject({ algorithm: 'MD5' });
});
