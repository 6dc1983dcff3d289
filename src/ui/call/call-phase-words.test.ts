import { expect, it } from 'vitest';
import { buildCall } from '#testing/call-builders.ts';
import { callPhaseWords } from './call-phase-words.ts';

const phase = (changes: Parameters<typeof buildCall>[0], isMember = true) =>
  callPhaseWords(buildCall({ state: 'Connected', ...changes }), isMember);

it('says of a member of a conference who holds it', () => {
  expect(phase({})).toBe('In conference');
  expect(phase({ remoteOnHold: true })).toBe('Held by the other side');
  expect(phase({ onHold: true, remoteOnHold: true })).toBe('On hold');
});

it('says what the other phone is asked, until it has agreed', () => {
  expect(phase({ holdChange: 'holding' })).toBe('Holding…');
  expect(phase({ onHold: true, holdChange: 'resuming' })).toBe('Resuming…');
});
