import type { CallEnd } from '#core/call/call-end.ts';
import type { SessionEvent } from '#core/signalling/session.ts';
import { describeCause } from './causes.ts';

/** A message as far as an end looks at it: a response has a status, a request may have a Reason (RFC 3326). */
interface EndMessage {
  readonly status_code?: number;
  readonly reason_phrase?: string;
  readonly getHeader?: (name: string) => string | undefined;
}

/** JsSIP's events of one session with the fields that we use. */
interface JssipSessionEvents {
  readonly sending: { readonly request: { readonly call_id: string } };
  readonly progress: {
    readonly response: { readonly status_code: number; readonly reason_phrase: string } | null;
  };
  readonly sdp: { readonly originator: string; readonly sdp: string };
  readonly accepted: object;
  readonly confirmed: object;
  readonly ended: JssipEnd;
  readonly failed: JssipEnd;
}

interface JssipEnd {
  readonly originator: string;
  readonly message: EndMessage | null;
  readonly cause: string;
}

/** The part of a JsSIP session that the translation listens to. A test's fake is any event emitter. */
export interface JssipSessionSource {
  // A method, because JsSIP types each event's listener by itself.
  on(name: keyof JssipSessionEvents, listener: (data: never) => void): unknown;
}

/** What the translation must know that the session does not tell. */
export interface SessionFacts {
  readonly direction: 'incoming' | 'outgoing';
  /** Whether the WebSocket was gone when the session ended: JsSIP reports that as a cancel of our own. */
  readonly connectionLost: () => boolean;
}

/**
 * Translates everything that JsSIP reports of one session. Nothing follows the first end: JsSIP can still emit
 * `accepted` and `confirmed` when a 2xx's answer was being applied while we hung up.
 */
export function translateSession(
  session: JssipSessionSource,
  facts: SessionFacts,
  emit: (event: SessionEvent) => void,
): void {
  const sdp: { local: string | null; remote: string | null } = { local: null, remote: null };
  let confirmed = false;
  let over = false;

  const on = <Name extends keyof JssipSessionEvents>(
    name: Name,
    translate: (data: JssipSessionEvents[Name]) => SessionEvent | null,
  ) => {
    session.on(name, (data: JssipSessionEvents[Name]) => {
      if (over) return;
      const event = translate(data);
      if (event?.kind === 'ended') over = true;
      if (event !== null) emit(event);
    });
  };

  on('sending', ({ request }) => ({ kind: 'inviteSent', sipCallId: request.call_id }));
  on('sdp', ({ originator, sdp: text }) => {
    sdp[originator === 'local' ? 'local' : 'remote'] = text;
    return null;
  });
  on('progress', ({ response }) =>
    // Our own 180 to an incoming call has no response and no news.
    response === null
      ? null
      : { kind: 'progressed', sipCode: response.status_code, reason: response.reason_phrase },
  );
  on('accepted', () => ({ kind: 'accepted', localSdp: sdp.local, remoteSdp: sdp.remote }));
  on('confirmed', () => {
    confirmed = true;
    return { kind: 'confirmed' };
  });
  on('ended', (data) => ({ kind: 'ended', confirmed, state: 'Terminated', end: toCallEnd(data) }));
  on('failed', (data) => toFailure(data, facts));
}

function toFailure(data: JssipEnd, facts: SessionFacts): SessionEvent {
  const end = toCallEnd(data);
  if (end.cause === 'cancelled' && end.initiator === 'local' && facts.connectionLost()) {
    return {
      kind: 'ended',
      confirmed: false,
      state: 'Failed',
      end: { ...end, cause: 'connection-lost', initiator: 'unknown' },
    };
  }
  const weRefused = end.cause === 'rejected' && end.initiator === 'local' && facts.direction === 'incoming';
  const state = weRefused ? 'Terminated' : describeCause(data.cause).failedState;
  return { kind: 'ended', confirmed: false, state, end };
}

function toCallEnd({ originator, message, cause }: JssipEnd): CallEnd {
  const row = describeCause(cause);
  return {
    cause: isAnsweredElsewhere(message) ? 'answered-elsewhere' : row.cause,
    initiator: row.initiator ?? (originator === 'local' || originator === 'remote' ? originator : 'unknown'),
    sipCode: message?.status_code ?? row.sipCode ?? null,
    reason: message?.reason_phrase || cause,
  };
}

/** A CANCEL of a forked call says that another branch got a 200 (RFC 3326 §3.1). */
function isAnsweredElsewhere(message: EndMessage | null): boolean {
  const reason = message?.getHeader?.('Reason');
  return reason !== undefined && /^\s*SIP\s*;.*\bcause\s*=\s*200\b/i.test(reason);
}
