import { describe, expect, it } from 'vitest';
import { readIdentities } from './asserted-identity.ts';
import { identifyCaller } from './caller-identity.ts';
import { displayText } from './display-text.ts';
import { extractSubject } from './display-name.ts';
import { parseNameAddr } from './name-addr.ts';

// Both are longer than what the engine keeps in its nearest caches, and compiles in the same way.
/**
 * What is linear reads so much in a blink; what is quadratic would need 10¹² steps, and never ends. How fast it is stands in
 * `bench/`, where a busy machine makes nothing fail.
 */
const length = 1024 * 1024;
const flood = (piece: string) => piece.repeat(length / piece.length);

describe.each([
  '"',
  '<',
  '>',
  '\\"',
  '"\\',
  '"" ',
  '<>',
  ' ',
  '\r\n ',
  ';',
  ';a="',
  ';a=',
  ',',
  '<,',
  'é',
  '\u202E',
])('a megabyte of %j is read to its end', { timeout: 120_000 }, (piece) => {
  const text = flood(piece);

  it.each([
    ['alone', text],
    ['in a name', `"${text}" <sip:b@x>`],
    ['after a quote', `"${text}`],
    ['before the URI', `Bob ${text}<sip:b@x>`],
    ['in a URI', `sip:b${text}`],
    ['after the URI', `Bob <sip:b@x>${text}`],
  ])('%s', (_place, value) => {
    expect(parseNameAddr(value).end).toBeLessThanOrEqual(value.length);
  });

  it('in a list, in a subject, in what is shown', () => {
    const identities = readIdentities({ 'P-Asserted-Identity': text }, 'P-Asserted-Identity');
    expect(identities.length).toBeLessThanOrEqual(256);
    expect(extractSubject({ s: text })?.length ?? 0).toBeLessThanOrEqual(text.length);
    expect(displayText(text).length).toBeLessThanOrEqual(160);
  });
});

describe('what comes in great number is read to its end', { timeout: 120_000 }, () => {
  const numbered = (piece: (index: number) => string) =>
    Array.from({ length: length / 16 }, (_, index) => piece(index)).join('');

  it('parameters', () => {
    const { parameters } = parseNameAddr(`<sip:a@b>${numbered((index) => `;n${index}=v`)}`);
    expect(parameters.get('n0')).toBe('v');
  });

  it('identities of which none has a name', () => {
    const headers = { 'P-Asserted-Identity': numbered((index) => `<sip:${index}@x>,`) };
    expect(identifyCaller('sip:a@b', headers, { trustAsserted: true }).address).toBe('sip:a@b');
  });
});
