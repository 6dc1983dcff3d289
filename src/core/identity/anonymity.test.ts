import { describe, expect, it } from 'vitest';
import { isAnonymous, wantsIdentityHidden } from './anonymity.ts';

describe('isAnonymous', () => {
  it.each([
    '"Anonymous" <sip:anonymous@anonymous.invalid>;tag=1',
    'Anonymous <sip:c8oqz84zk7z@privacy.org>;tag=hyh8',
    '<sip:thisis@anonymous.invalid>',
    '"Anony\u200Bmous" <sip:x@example.com>',
    'sips:anonymous@anonymous.invalid:5061;transport=tls',
    '<sip:anonymous.invalid>',
  ])('%s', (value) => {
    expect(isAnonymous(value)).toBe(true);
  });

  it.each([
    '"Alice" <sip:alice@example.com>',
    '"Anonymous Bank" <sip:info@bank.example>',
    '<sip:anonymous.invalid@example.com>',
    '<sip:a@anonymous.invalid.example.com>',
    '<sip:a@example.com;x=@anonymous.invalid>',
    '<sip:a@example.com>;x="sip:a@anonymous.invalid"',
    '',
  ])('not %s', (value) => {
    expect(isAnonymous(value)).toBe(false);
  });
});

describe('wantsIdentityHidden', () => {
  it.each([
    [{ Privacy: 'id' }, true],
    [{ privacy: 'header; ID ;critical' }, true],
    [{ Privacy: 'none' }, false],
    [{ Privacy: 'identity' }, false],
    [{}, false],
  ])('%j: %s', (headers, hidden) => {
    expect(wantsIdentityHidden(headers as Record<string, string>)).toBe(hidden);
  });
});
