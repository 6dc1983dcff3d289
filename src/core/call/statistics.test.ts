import { expect, it } from 'vitest';
import { buildCall } from '#testing/call-builders.ts';
import { createPhone, incoming, outgoing, s1 } from '#testing/call-phone.ts';
import { asCallId, asSessionId } from '../shared/ids.ts';
import type { CallEnd } from './call-end.ts';
import type { CallInfo } from './call-info.ts';
import { countCalls, ringingCalls } from './statistics.ts';

const ended = (cause: CallEnd['cause'], changes: Partial<CallInfo> = {}) =>
  buildCall({
    state: 'Failed',
    endedAt: 9000,
    end: { cause, initiator: 'remote', sipCode: null, reason: '' },
    ...changes,
  });

it('counts what became of calls', () => {
  const { handler, at } = createPhone();
  handler.setEventHandler({ onIncomingCall: () => ({ kind: 'ignore' }) });
  for (const seconds of [3, 9, 3]) {
    const sessionId = asSessionId(`s${seconds}`);
    at(0);
    const callId = handler.registerOutgoingCall(outgoing);
    handler.attachSession(callId, sessionId);
    handler.onCallEstablished({ sessionId, state: 'Active' }, null, null);
    at(seconds * 1000);
    handler.hangUpCall(callId);
  }
  handler.hangUpCall(handler.registerOutgoingCall(outgoing));
  void handler.onIncomingCall(incoming(asSessionId('rejected')));
  handler.rejectCall(asCallId('c5'));
  void handler.onIncomingCall(incoming(asSessionId('pending')));
  handler.registerOutgoingCall(outgoing);
  expect(countCalls(handler.store.getState().callInfo.values())).toEqual({
    totalCalls: 7,
    totalActiveCalls: 2,
    leavingCalls: 0,
    connectedCalls: 0,
    incomingPendingCalls: 1,
    incomingCalls: 2,
    outgoingCalls: 5,
    outcomes: { answered: 3, missed: 0, rejected: 1, cancelled: 1, failed: 0 },
    durations: { totalMs: 15_000, meanMs: 5000, minMs: 3000, maxMs: 9000 },
  });
});

it('counts as ringing what nobody has answered, and not what is transferred or ends', () => {
  const { handler } = createPhone();
  const ringing = () => ringingCalls(countCalls(handler.store.getState().callInfo.values()));
  handler.attachSession(handler.registerOutgoingCall(outgoing), s1);
  handler.onCallProgress(s1, 183, 'Session Progress');
  expect(ringing()).toBe(1);
  handler.onCallEstablished({ sessionId: s1, state: 'Active' }, null, null);
  handler.onCallStateChanged(s1, 'Transferring', null);
  expect(ringing()).toBe(0);
  handler.onCallStateChanged(s1, 'Terminating', null);
  expect(ringing()).toBe(0);
});

it.each([
  [ended('busy'), 'rejected'],
  [ended('not-found'), 'failed'],
  [ended('cancelled', { direction: 'Incoming', state: 'Cancelled' }), 'missed'],
  [ended('no-answer', { direction: 'Incoming' }), 'missed'],
  [ended('answered-elsewhere', { direction: 'Incoming', state: 'Cancelled' }), 'cancelled'],
  [ended('microphone', { direction: 'Incoming', error: { code: 'media/no-microphone' } }), 'failed'],
] as const)('%#: %j', (call, outcome) => {
  const { outcomes, durations } = countCalls([call]);
  expect(outcomes[outcome]).toBe(1);
  expect(durations).toEqual({ totalMs: 0, meanMs: null, minMs: null, maxMs: null });
});
