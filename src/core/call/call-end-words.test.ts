import { describe, expect, it } from 'vitest';
import { incoming, outgoing } from '#testing/call-phone.ts';
import { asCallId } from '../shared/ids.ts';
import type { CallEnd, CallEndCause } from './call-end.ts';
import { describeCallEnd } from './call-end-words.ts';
import type { CallInfo } from './call-info.ts';
import { newIncomingCall, newOutgoingCall } from './new-call.ts';

const toBob = newOutgoingCall(asCallId('c1'), outgoing, 0);
const fromAlice = newIncomingCall(asCallId('c1'), incoming(), 0);

const ended = (
  call: CallInfo,
  cause: CallEndCause,
  initiator: CallEnd['initiator'] = 'remote',
  wasConnectedWhenEnded = false,
): CallInfo => ({
  ...call,
  end: { cause, initiator, sipCode: 486, reason: '<b>Busy Here</b>' },
  wasConnectedWhenEnded,
});

const movedTo = (call: CallInfo, uri: string): CallInfo => ({
  ...call,
  end: { cause: 'redirected', initiator: 'remote', sipCode: 302, reason: '', movedTo: uri },
});

const causes: Readonly<Record<CallEndCause, true>> = {
  'hung-up': true,
  cancelled: true,
  'answered-elsewhere': true,
  rejected: true,
  busy: true,
  'no-answer': true,
  'not-found': true,
  gone: true,
  'no-route': true,
  'not-allowed': true,
  unavailable: true,
  redirected: true,
  'address-incomplete': true,
  authentication: true,
  'incompatible-media': true,
  'media-lost': true,
  'connection-lost': true,
  microphone: true,
  'server-busy': true,
  'server-error': true,
  internal: true,
};

describe('describeCallEnd', () => {
  it.each([
    [ended(toBob, 'no-answer'), 'Nobody answered.'],
    [ended(toBob, 'busy'), 'bob is busy.'],
    [ended(toBob, 'rejected'), 'bob declined the call.'],
    [ended(toBob, 'not-found'), 'This number or address does not exist.'],
    [ended(toBob, 'unavailable'), 'bob cannot be reached right now.'],
    [ended({ ...toBob, rangAt: 1 }, 'unavailable'), 'Nobody answered.'],
    [ended(toBob, 'unavailable', 'unknown'), 'The server did not answer.'],
    [ended(toBob, 'gone'), 'This number or address is no longer in use.'],
    [ended(toBob, 'no-route'), 'The server found no way to this number or address.'],
    [ended(toBob, 'not-allowed'), 'You may not call this number or address.'],
    [ended(toBob, 'address-incomplete'), 'The number is not complete.'],
    [ended(toBob, 'incompatible-media'), 'The two phones could not agree on how to send sound.'],
    [ended(toBob, 'server-busy'), 'The server takes no calls right now.'],
    [ended(toBob, 'server-error'), 'The server could not connect this call.'],
    [ended(toBob, 'redirected'), 'bob has moved to another address.'],
    [movedTo(toBob, 'sip:carol@example.com;x=1'), 'bob asks you to call carol@example.com instead.'],
    [
      movedTo(fromAlice, 'sip:carol@example.com'),
      'The call from Alice "Al" Smith was forwarded to carol@example.com.',
    ],
    [
      ended(fromAlice, 'unavailable', 'local'),
      'You missed a call from Alice "Al" Smith, because do not disturb was on.',
    ],
    [ended(fromAlice, 'busy', 'local'), 'Alice "Al" Smith was told that you are busy.'],
    [ended(toBob, 'cancelled', 'local'), 'You hung up before bob answered.'],
    [ended(toBob, 'hung-up', 'local', true), 'You hung up.'],
    [ended(toBob, 'hung-up', 'remote', true), 'bob hung up.'],
    [ended(toBob, 'hung-up', 'unknown', true), 'The call ended.'],
    [ended(fromAlice, 'rejected', 'local'), 'You declined the call.'],
    [ended(fromAlice, 'cancelled'), 'You missed a call from Alice "Al" Smith.'],
    [ended(fromAlice, 'no-answer', 'local'), 'You missed a call from Alice "Al" Smith.'],
    [ended(fromAlice, 'answered-elsewhere'), 'The call was answered on another device.'],
    [ended(fromAlice, 'hung-up', 'remote', true), 'Alice "Al" Smith hung up.'],
  ])('%#: %s', (call, sentence) => {
    expect(describeCallEnd(call).sentence).toBe(sentence);
  });

  it('has words for everything, without codes and without what the network said', () => {
    for (const cause of Object.keys(causes) as CallEndCause[]) {
      for (const call of [toBob, fromAlice]) {
        for (const initiator of ['local', 'remote', 'unknown'] as const) {
          for (const connected of [true, false]) {
            const { sentence, action } = describeCallEnd(ended(call, cause, initiator, connected));
            expect(sentence).toMatch(/^[A-Za-z].*\.$/);
            expect(action ?? 'Nothing.').toMatch(/^[A-Z].*\.$/);
            expect(sentence).not.toMatch(/486|Busy Here/);
          }
        }
      }
    }
  });

  it('says that a call came back to the phone that placed it, and not that trying again helps', () => {
    const end = {
      cause: 'server-error',
      initiator: 'remote',
      sipCode: 482,
      reason: 'Loop Detected',
    } as const;
    expect(describeCallEnd({ ...toBob, end })).toEqual({
      sentence: 'This call leads back to your own phone.',
      action: 'Call another number or address.',
    });
  });

  it.each([420, 421, 422])('says that a server wants what the phone cannot do: %i', (sipCode) => {
    const end = { cause: 'server-error', initiator: 'remote', sipCode, reason: 'Session Interval Too Small' };
    expect(describeCallEnd({ ...toBob, end } as CallInfo)).toEqual({
      sentence: 'The server wants something of this phone that it cannot do.',
      action: 'Ask whoever runs your telephone system.',
    });
  });

  it.each([toBob, fromAlice])(
    'says that the other phone is gone when the session is over in time, and when nobody knows of it any more',
    (call) => {
      for (const cause of ['unavailable', 'server-error'] as const) {
        expect(describeCallEnd(ended(call, cause, 'unknown', true)).sentence).toBe(
          'The other phone gave no sign of life any more.',
        );
      }
    },
  );

  it("tells an error of ours in the error table's words", () => {
    const call = {
      ...ended(toBob, 'microphone', 'local'),
      error: { code: 'media/microphone-busy' } as const,
    };
    expect(describeCallEnd(call)).toEqual({
      sentence: 'Your microphone is in use by another program.',
      action: 'Close that program, then try again.',
    });
  });
});
