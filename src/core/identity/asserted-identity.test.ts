import { describe, expect, it } from 'vitest';
import { readIdentities } from './asserted-identity.ts';

const fluffy = { displayName: 'Cullen Jennings', uri: 'sip:fluffy@cisco.com' };
const number = { displayName: null, uri: 'tel:+14085264000' };

describe('readIdentities', () => {
  it.each([
    ['"Cullen Jennings" <sip:fluffy@cisco.com>, tel:+14085264000', [fluffy, number]],
    ['<tel:+14085264000>', [number]],
    ['Cullen Jennings <sip:fluffy@cisco.com>', [fluffy]],
    [
      '"Jennings, Cullen" <SIPS:fluffy@cisco.com>',
      [{ displayName: 'Jennings, Cullen', uri: 'SIPS:fluffy@cisco.com' }],
    ],
    ['<mailto:a@b>, junk, <sip:>, "name only", <tel:+14085264000>', [number]],
    ['', []],
  ])('%j', (value, identities) => {
    expect(readIdentities({ 'p-asserted-identity': value }, 'P-Asserted-Identity')).toEqual(identities);
  });

  it('takes a field in whatever case it is written, and all of them', () => {
    const headers = { 'P-Asserted-Identity': '<sip:a@x>', 'p-asserted-identity': '<tel:+1>' };
    expect(readIdentities(headers, 'P-Asserted-Identity').map(({ uri }) => uri)).toEqual([
      'sip:a@x',
      'tel:+1',
    ]);
  });

  it('tells what is asserted from what is preferred', () => {
    const headers = { 'P-Preferred-Identity': '<sip:wish@x>' };
    expect(readIdentities(headers, 'P-Asserted-Identity')).toEqual([]);
    expect(readIdentities(headers, 'P-Preferred-Identity')).toEqual([
      { displayName: null, uri: 'sip:wish@x' },
    ]);
  });
});
