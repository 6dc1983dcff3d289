import { createClientCallHandler } from '#core/call/call-handler.ts';
import type { ClientCallHandlerDeps } from '#core/call/call-handler.ts';
import type { CallEnd } from '#core/call/call-end.ts';
import type { ClientEvent } from '#core/call/client-event.ts';
import type { CallAction } from '#core/call/decision.ts';
import { toPhoneErrorDetail } from '#core/errors/phone-error.ts';
import type { PhoneErrorCode } from '#core/errors/phone-error.ts';
import { asCallId, asSessionId } from '#core/shared/ids.ts';
import { silentLogger } from '#core/shared/logger.ts';
import type { IncomingSession } from '#core/signalling/session.ts';

/** What Alice dials. */
export const outgoing = { targetUri: 'sip:bob@example.com', localUri: 'sip:alice@example.com' };
export const byeFromBob: CallEnd = {
  cause: 'hung-up',
  initiator: 'remote',
  sipCode: null,
  reason: 'Terminated',
};
export const s1 = asSessionId('s1');

/** A call from Alice with a name, a subject in compact form, and a header that is named like a flag of ours. */
export const incoming = (sessionId = s1): IncomingSession => ({
  sessionId,
  from: '"Alice \\"Al\\" Smith" <sip:alice@example.com>;tag=1',
  to: '<sip:bob@example.com>',
  sdp: 'offer',
  headers: { s: 'Lunch?', 'Call-ID': 'cid@host', on_hold: 'true' },
});

/** A handler with a clock that the test sets, calls named c1, c2, …, and all its events. */
export function createPhone(options: Partial<ClientCallHandlerDeps> = {}) {
  let now = 0;
  let ids = 0;
  const clock = { nowMs: () => now, setTimer: () => () => undefined };
  const handler = createClientCallHandler({
    clock,
    createId: () => `c${(ids += 1)}`,
    logger: silentLogger,
    ...options,
  });
  const events: ClientEvent[] = [];
  handler.subscribe((event) => events.push(event));
  const at = (timeMs: number) => (now = timeMs);
  const call = (name = 'c1') => handler.store.getState().callInfo.get(asCallId(name));
  const moves = () =>
    events.flatMap((event) =>
      event.kind === 'CallStateChanged' ? [`${event.previousState} > ${event.newState}`] : [],
    );
  /** An application whose answer the test gives later. */
  const askLater = () => {
    const answer: { give: (action: CallAction) => void } = { give: () => undefined };
    handler.setEventHandler({ onIncomingCall: () => new Promise((resolve) => (answer.give = resolve)) });
    return answer;
  };
  return { handler, events, at, call, moves, askLater };
}

/** The code of the PhoneError that a command throws; null when it throws none. */
export function codeOf(command: () => unknown): PhoneErrorCode | null {
  try {
    command();
  } catch (error) {
    return toPhoneErrorDetail(error).code;
  }
  return null;
}
