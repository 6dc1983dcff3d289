import { describe, expect, it } from 'vitest';
import { createHostCheck, type OwnNames } from './host.ts';

/** The status with which a request of these Host headers is refused; `own` when it is not. */
const check = (values: string[], names: Partial<OwnNames> = {}) =>
  createHostCheck({ host: '127.0.0.1', allowedOrigins: [], ...names })({
    headersDistinct: values.length === 0 ? {} : { host: values },
  })?.status ?? 'own';

describe('createHostCheck', () => {
  it.each([
    'localhost',
    'localhost:8080',
    'LocalHost.',
    'phone.localhost:8080',
    '127.0.0.1',
    '127.1.2.3:80',
    '[::1]:8080',
    '[0:0:0:0:0:0:0:1]',
  ])('is always known as %s', (host) => {
    expect(check([host])).toBe('own');
    expect(check([host], { host: 'desk.example' })).toBe('own');
  });

  it.each([
    'evil.example',
    'evil.example:8080',
    'localhost.evil.example',
    'notlocalhost',
    '127.0.0.1.evil.example',
    '127.evil.example',
    '0.0.0.0:8080',
    '192.168.1.5',
    '[::2]',
    '[::ffff:127.0.0.1]',
  ])('is never known as %s while it is bound to loopback', (host) => {
    expect(check([host], { allowedOrigins: ['https://phone.example'] })).toBe(421);
  });

  it.each([
    ['192.168.1.5', '192.168.1.5:8080', 'own'],
    ['192.168.1.5', '192.168.1.6:8080', 421],
    ['desk.example', 'DESK.example', 'own'],
    ['desk.example', '192.168.1.5', 421],
    ['fd00::0:5', '[FD00::5]:8080', 'own'],
    ['0.0.0.0', '192.168.1.5:8080', 'own'],
    ['0.0.0.0', 'evil.example', 421],
    ['::', '[fd00::5]', 'own'],
    ['::', '192.168.1.5', 'own'],
    ['::', 'evil.example', 421],
  ])('bound to %s it takes %s for %s', (host, value, expected) => {
    expect(check([value], { host })).toBe(expected);
  });

  it.each([
    ['phone.example', 'own'],
    ['phone.example:443', 'own'],
    ['Phone.Example.', 'own'],
    ['phone.example.evil.example', 421],
    ['a.phone.example', 421],
  ])('with https://phone.example listed it takes %s for %s', (value, expected) => {
    expect(check([value], { allowedOrigins: ['https://phone.example'] })).toBe(expected);
  });

  it.each([
    { values: [] },
    { values: [''] },
    { values: ['localhost', 'evil.example'] },
    { values: ['localhost', 'localhost'] },
    { values: ['localhost, evil.example'] },
    { values: ['evil.example@localhost'] },
    { values: ['localhost/evil'] },
    { values: ['localhost:port'] },
    { values: ['localhost:65536'] },
    { values: ['[::1'] },
    { values: ['::1'] },
    { values: ['%'] },
    { values: ['999.0.0.1'] },
  ])('calls $values malformed', ({ values }) => {
    expect(check(values)).toBe(400);
  });
});
