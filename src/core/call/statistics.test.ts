import { expect, it } from 'vitest';
import { buildCall } from '#testing/call-builders.ts';
import { createPhone, incoming, outgoing } from '#testing/call-phone.ts';
import { asCallId, asSessionId } from '../shared/ids.ts';
import type { CallEnd } from './call-end.ts';
import type { CallInfo } from './call-info.ts';
import { countCalls } from './statistics.ts';

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
    connectedCalls: 0,
    incomingPendingCalls: 1,
    incomingCalls: 2,
    outgoingCalls: 5,
    outcomes: { answered: 3, missed: 0, rejected: 1, cancelled: 1, failed: 0 },
    durations: { totalMs: 15_000, meanMs: 5000, minMs: 3000, maxMs: 9000 },
  });
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
