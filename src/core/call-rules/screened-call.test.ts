import { expect, it } from 'vitest';
import { toScreenedCall } from './screened-call.ts';

const from = '"Bob" <sip:bob@example.com>;tag=1';
const asserted = { 'P-Asserted-Identity': '"Carol" <sip:carol@example.com>, <tel:+1555>' };

it.each([
  [false, {}, 'sip:bob@example.com'],
  [false, asserted, 'sip:bob@example.com'],
  [true, asserted, 'sip:carol@example.com'],
  [true, {}, null],
])('who calls is known, with trustAsserted %s and %j, as %s', (trustAsserted, headers, knownUri) => {
  expect(toScreenedCall({ from, headers }, { trustAsserted })).toEqual({
    callerUri: 'sip:bob@example.com',
    knownUri,
    request: null,
  });
});
