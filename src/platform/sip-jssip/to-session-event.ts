import type { CallEnd, CallEndCause } from '#core/call/call-end.ts';
import { causeOfResponse } from '#core/call/end-cause.ts';
import type { TransferStatus } from '#core/call/call-transfer.ts';
import { splitHeaderValues } from '#core/identity/header-values.ts';
import { parseNameAddr } from '#core/identity/name-addr.ts';
import type { SessionEvent } from '#core/signalling/session.ts';
import { describeCause } from './causes.ts';

/** How long a digit is taken to be that does not say it: as long as ours. */
const bareDigitMs = 100;

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
  readonly sdp: { readonly originator: string; readonly type: string; readonly sdp: string };
  readonly accepted: object;
  readonly confirmed: object;
  readonly hold: { readonly originator: string };
  readonly unhold: { readonly originator: string };
  readonly newDTMF: {
    readonly originator: string;
    readonly dtmf: { readonly tone: string; readonly duration: number };
  };
  readonly newInfo: {
    readonly originator: string;
    readonly info: { readonly contentType: string; readonly body: string | null };
  };
  readonly refer: { readonly request: { readonly getHeader: (name: string) => string | undefined } };
  readonly ended: JssipEnd;
  readonly failed: JssipEnd;
}

/** The events of JsSIP's subscription to a REFER of ours (`ReferSubscriber.js`). */
interface JssipReferEvents {
  readonly requestSucceeded: object;
  readonly requestFailed: {
    readonly response: { readonly status_code: number; readonly reason_phrase: string } | null;
    readonly cause: string;
  };
  readonly progress: object;
  readonly accepted: object;
  readonly failed: { readonly status_line: { readonly status_code: number; readonly reason_phrase: string } };
}

/** The part of that subscription that is listened to. */
export interface JssipReferSource {
  readonly on: <Name extends keyof JssipReferEvents>(
    name: Name,
    listener: (data: JssipReferEvents[Name]) => void,
  ) => unknown;
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
  /** Whether the WebSocket was gone when the session ended: JsSIP reports that as a cancel or a refusal of our own. */
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
  let accepted = false;
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
  on('sdp', ({ originator, type, sdp: text }) => {
    sdp[originator === 'local' ? 'local' : 'remote'] = text;
    if (!accepted || type !== 'answer') return null;
    return { kind: 'renegotiated', localSdp: sdp.local, remoteSdp: sdp.remote };
  });
  on('progress', ({ response }) =>
    // Our own 180 to an incoming call has no response and no news.
    response === null
      ? null
      : { kind: 'progressed', sipCode: response.status_code, reason: response.reason_phrase },
  );
  on('accepted', () => {
    accepted = true;
    return { kind: 'accepted', localSdp: sdp.local, remoteSdp: sdp.remote };
  });
  on('confirmed', () => {
    confirmed = true;
    return { kind: 'confirmed' };
  });
  on('hold', ({ originator }) => toHoldChange(originator, true));
  on('unhold', ({ originator }) => toHoldChange(originator, false));
  on('newDTMF', ({ originator, dtmf }) =>
    originator === 'remote' ? { kind: 'dtmfReceived', digit: dtmf.tone, durationMs: dtmf.duration } : null,
  );
  on('newInfo', ({ originator, info }) => (originator === 'remote' ? toBareDigit(info) : null));
  on('refer', ({ request }) => toTransferRequest(request));
  on('ended', (data) => ({ kind: 'ended', confirmed, state: 'Terminated', end: toCallEnd(data) }));
  on('failed', (data) => toFailure(data, facts));
}

/** Translates how the peer does with a REFER that it has accepted (RFC 3515 §2.4.5). */
export function translateTransfer(subscription: JssipReferSource, emit: (event: SessionEvent) => void): void {
  const tell = (status: TransferStatus) => emit({ kind: 'transferProgressed', status });
  subscription.on('requestSucceeded', () => tell('Accepted'));
  subscription.on('progress', () => tell('Ringing'));
  subscription.on('accepted', () => tell('Completed'));
  subscription.on('failed', ({ status_line: { status_code, reason_phrase } }) =>
    tell({ Failed: `${status_code} ${reason_phrase}` }),
  );
}

/** A digit as `application/dtmf`, which says nothing else: JsSIP knows `application/dtmf-relay` only. */
function toBareDigit({ contentType, body }: JssipSessionEvents['newInfo']['info']): SessionEvent | null {
  const digit = body?.trim() ?? '';
  if (!/^application\/dtmf\s*(?:;|$)/i.test(contentType) || !/^[0-9A-D*#]$/i.test(digit)) return null;
  return { kind: 'dtmfReceived', digit, durationMs: bareDigitMs };
}

/** JsSIP tells of our own holding before the peer has agreed to it: the command that asked for it tells when it has. */
const toHoldChange = (originator: string, onHold: boolean): SessionEvent | null =>
  originator === 'remote' ? { kind: 'holdChanged', originator, onHold } : null;

/** RFC 3515 §2.1; a Replaces in the target makes it attended (RFC 5589 §7). */
function toTransferRequest(request: JssipSessionEvents['refer']['request']): SessionEvent {
  const [targetUri = '', headers = ''] = parseNameAddr(request.getHeader('Refer-To') ?? '').uri.split('?');
  return {
    kind: 'transferRequested',
    targetUri,
    referredBy: request.getHeader('Referred-By') ?? null,
    isAttended: /(?:^|&)replaces=/i.test(headers),
  };
}

function toFailure(data: JssipEnd, facts: SessionFacts): SessionEvent {
  const end = toCallEnd(data);
  const gaveUp = end.cause === 'cancelled' || end.cause === 'rejected' || end.cause === 'unavailable';
  if (gaveUp && end.initiator === 'local' && facts.connectionLost()) {
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
  const movedTo = redirectionOf(message);
  return {
    cause: isAnsweredElsewhere(message) ? 'answered-elsewhere' : (causeOf(message) ?? row.cause),
    initiator: row.initiator ?? (originator === 'local' || originator === 'remote' ? originator : 'unknown'),
    sipCode: message?.status_code ?? row.sipCode ?? null,
    reason: message?.reason_phrase || cause,
    ...(movedTo === null ? {} : { movedTo }),
  };
}

/** The status says more than JsSIP's cause: that is the same for a number that is gone and a phone that is off. */
const causeOf = (message: EndMessage | null): CallEndCause | null =>
  message?.status_code === undefined
    ? null
    : causeOfResponse(message.status_code, message.getHeader?.('Reason') ?? '');

const callable = /^(?:sips?|tel):/i;

/** The first Contact of a redirection that a call can go to (RFC 3261 §21.3). */
function redirectionOf(message: EndMessage | null): string | null {
  const status = message?.status_code ?? 0;
  if (status < 300 || status > 399) return null;
  const [contact = ''] = splitHeaderValues(message?.getHeader?.('Contact') ?? '');
  const { uri } = parseNameAddr(contact);
  return callable.test(uri) ? uri : null;
}

/** A CANCEL of a forked call says that another branch got a 200 (RFC 3326 §3.1). */
function isAnsweredElsewhere(message: EndMessage | null): boolean {
  const reason = message?.getHeader?.('Reason');
  return (
    reason !== undefined && reason.split(',').some((value) => /^\s*SIP\s*;.*\bcause\s*=\s*200\b/i.test(value))
  );
}
