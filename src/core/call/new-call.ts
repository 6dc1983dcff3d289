import { identifyCaller } from '../identity/caller-identity.ts';
import type { IdentityPolicy } from '../identity/caller-identity.ts';
import { extractCallId, extractSubject } from '../identity/display-name.ts';
import { asSipCallId } from '../shared/ids.ts';
import type { AccountId, CallId } from '../shared/ids.ts';
import type { IncomingSession } from '../signalling/session.ts';
import type { CallInfo } from './call-info.ts';

/** A call that the person places. */
export interface OutgoingCall {
  /** SIP URI that is dialled. */
  readonly targetUri: string;
  /** SIP URI of the account. */
  readonly localUri: string;
  readonly accountId?: AccountId;
  /** What the call is about, to be sent as Subject (RFC 3261 §20.36). */
  readonly subject?: string;
}

const nothingYet = {
  connectedAt: null,
  endedAt: null,
  remoteAddr: null,
  mediaSessionId: null,
  localSdp: null,
  remoteSdp: null,
  onHold: false,
  holdChange: null,
  remoteOnHold: false,
  mediaLost: false,
  audioDirection: null,
  quality: null,
  transfer: null,
  microphoneMuted: false,
  end: null,
  terminationReason: null,
  wasConnectedWhenEnded: false,
  error: null,
} as const;

/** The record of an outgoing call before there is a session. */
export const newOutgoingCall = (callId: CallId, call: OutgoingCall, nowMs: number): CallInfo => ({
  ...nothingYet,
  callId,
  state: 'Initiating',
  direction: 'Outgoing',
  localUri: call.localUri,
  accountId: call.accountId ?? null,
  remoteUri: call.targetUri,
  remoteDisplayName: null,
  subject: call.subject ?? null,
  createdAt: nowMs,
  sipCallId: asSipCallId(''),
  receivedHeaders: {},
});

/** The record of a call that came in. */
export function newIncomingCall(
  callId: CallId,
  session: IncomingSession,
  nowMs: number,
  policy: IdentityPolicy = { trustAsserted: false },
): CallInfo {
  const caller = identifyCaller(session.from, session.headers, policy);
  return {
    ...nothingYet,
    callId,
    state: 'IncomingPending',
    direction: 'Incoming',
    localUri: session.to,
    accountId: session.accountId ?? null,
    remoteUri: caller.address,
    remoteDisplayName: caller.displayName,
    subject: extractSubject(session.headers),
    createdAt: nowMs,
    sipCallId: asSipCallId(extractCallId(session.headers) ?? session.sessionId),
    receivedHeaders: session.headers,
  };
}
