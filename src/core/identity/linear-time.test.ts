import { describe, expect, it } from 'vitest';
import { growthBeyondLinear } from '#testing/growth.ts';
import { readIdentities } from './asserted-identity.ts';
import { identifyCaller } from './caller-identity.ts';
import { displayText } from './display-text.ts';
import { extractSubject } from './display-name.ts';
import { parseNameAddr } from './name-addr.ts';

const smallLength = 4 * 1024;
const pieces = 16;
/** Between 1, for linear time, and 16, for quadratic time. */
const limit = 4;

const growth = (build: (length: number) => string, read: (text: string) => unknown): number => {
  const small = build(smallLength);
  const large = build(smallLength * pieces);
  return growthBeyondLinear(
    () => read(large),
    () => read(small),
    pieces,
  );
};
const flood = (piece: string, length: number) => piece.repeat(length / piece.length);

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
])('a flood of %j costs in proportion to its length', { timeout: 60_000 }, (piece) => {
  it.each([
    ['alone', (length: number) => flood(piece, length)],
    ['in a name', (length: number) => `"${flood(piece, length)}" <sip:b@x>`],
    ['after a quote', (length: number) => `"${flood(piece, length)}`],
    ['before the URI', (length: number) => `Bob ${flood(piece, length)}<sip:b@x>`],
    ['in a URI', (length: number) => `sip:b${flood(piece, length)}`],
    ['after the URI', (length: number) => `Bob <sip:b@x>${flood(piece, length)}`],
  ])('%s', (_place, build) => {
    expect(growth(build, parseNameAddr)).toBeLessThan(limit);
  });

  it('in a list, in a subject, in what is shown', () => {
    const build = (length: number) => flood(piece, length);
    expect(
      growth(build, (text) => readIdentities({ 'P-Asserted-Identity': text }, 'P-Asserted-Identity')),
    ).toBeLessThan(limit);
    expect(growth(build, (text) => extractSubject({ s: text }))).toBeLessThan(limit);
    expect(growth(build, (text) => displayText(text))).toBeLessThan(limit);
  });
});

describe('what comes in great number costs in proportion to it', { timeout: 60_000 }, () => {
  const numbered = (piece: (index: number) => string) => (length: number) =>
    Array.from({ length: length / 16 }, (_, index) => piece(index)).join('');

  it('parameters', () => {
    expect(
      growth(
        numbered((index) => `;n${index}=v`),
        (text) => parseNameAddr(`<sip:a@b>${text}`),
      ),
    ).toBeLessThan(limit);
  });

  it('identities of which none has a name', () => {
    const build = numbered((index) => `<sip:${index}@x>,`);
    expect(
      growth(build, (text) =>
        identifyCaller('sip:a@b', { 'P-Asserted-Identity': text }, { trustAsserted: true }),
      ),
    ).toBeLessThan(limit);
  });
});
