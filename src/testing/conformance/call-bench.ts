import { createClientCallHandler } from '#core/call/call-handler.ts';
import type { ClientCallHandler } from '#core/call/call-handler.ts';
import type { CallInfo } from '#core/call/call-info.ts';
import type { CallState } from '#core/call/call-state.ts';
import { asCallId, asSessionId } from '#core/shared/ids.ts';
import type { CallId } from '#core/shared/ids.ts';
import { silentLogger } from '#core/shared/logger.ts';
import type { IncomingSession, SessionState } from '#core/signalling/session.ts';

/** A real handler with a clock that goes on by a second with every look, and calls named c1, c2, … */
export function createBench(options: { readonly maxConcurrentCalls?: number } = {}): ClientCallHandler {
  let now = 0;
  let calls = 0;
  return createClientCallHandler({
    clock: { nowMs: () => (now += 1000), setTimer: () => () => undefined },
    createId: () => `c${(calls += 1)}`,
    logger: silentLogger,
    maxConcurrentCalls: options.maxConcurrentCalls ?? 1000,
  });
}

export const firstCall = asCallId('c1');
export const firstSession = asSessionId('session123');

/** The fields of a call that a case starts from. */
export type GivenCall = Pick<CallInfo, 'state'> & {
  readonly direction?: CallInfo['direction'];
  readonly connectedAt?: string | null;
};

/** What a stack reports that brings a new call into a state. */
const ways: Readonly<Record<CallState, readonly SessionState[]>> = {
  Initiating: [],
  IncomingPending: [],
  Ringing: ['Ringing'],
  Proceeding: ['Transferring'],
  Connected: ['Active'],
  Terminating: ['Terminating'],
  Terminated: ['Terminated'],
  Failed: [{ Failed: 'given' }],
  Cancelled: ['Cancelled'],
};

/** Brings a new call into a state, by nothing but what the stack reports. Its session is `session123` for the first. */
export function bringCall(handler: ClientCallHandler, given: GivenCall): CallId {
  const session = incomingSession(asSessionId(`session${handler.store.getState().callInfo.size + 123}`));
  const callId =
    given.direction === 'Incoming' || given.state === 'IncomingPending'
      ? bringIncoming(handler, session)
      : bringOutgoing(handler, session);
  const answered: readonly SessionState[] = given.connectedAt ? ['Active', 'Transferring'] : [];
  for (const state of [...answered, ...ways[given.state]]) {
    handler.updateCallInfoFromSession(callId, { sessionId: session.sessionId, state });
  }
  return callId;
}

export const incomingSession = (sessionId: IncomingSession['sessionId']): IncomingSession => ({
  sessionId,
  from: '"Alice" <sip:alice@example.com>',
  to: 'sip:bob@example.com',
  sdp: null,
  headers: {},
});

function bringOutgoing(handler: ClientCallHandler, { sessionId, from, to }: IncomingSession): CallId {
  const callId = handler.registerOutgoingCall({ targetUri: to, localUri: from });
  handler.attachSession(callId, sessionId);
  return callId;
}

function bringIncoming(handler: ClientCallHandler, session: IncomingSession): CallId {
  handler.setEventHandler({ onIncomingCall: () => ({ kind: 'ignore' }) });
  void handler.onIncomingCall(session);
  const callId = handler.store.getState().callMapping.get(session.sessionId);
  if (callId === undefined) throw new Error('The incoming call was not taken in.');
  return callId;
}
