import type { CallEnd } from '../call/call-end.ts';
import type { FinalCallState } from '../call/call-state.ts';
import type { TransferRequest, TransferStatus } from '../call/call-transfer.ts';
import type { ReceivedHeaders } from '../call/call-info.ts';
import type { AudioSource } from '../media/audio-source.ts';
import type { FrameTap } from '../media/frame-tap.ts';
import type { AccountId, SessionId } from '../shared/ids.ts';

/** The signalling stack's own idea of a session's state. Source: seed 1, session-core's `CallState`. */
export type SessionState =
  | 'Initiating'
  | 'Ringing'
  | 'Active'
  | 'OnHold'
  | 'Transferring'
  | 'Terminating'
  | 'Terminated'
  | 'Cancelled'
  | { readonly Failed: string };

/** A session that a remote party opened. */
export interface IncomingSession {
  readonly sessionId: SessionId;
  /** The whole From value as received. */
  readonly from: string;
  /** The whole To value as received. */
  readonly to: string;
  /** The offer; null when the INVITE carries none. */
  readonly sdp: string | null;
  readonly headers: ReceivedHeaders;
  /** The session of ours whose place it takes (RFC 3891): whoever is in that call is in this one. */
  readonly replaces?: SessionId;
  /** The account that it came in by. Missing where there are no accounts. */
  readonly accountId?: AccountId;
}

/** What the stack reports of one session. Past tense: it has happened. */
export type SessionEvent =
  /** The INVITE is on its way; its Call-ID is known from here on. */
  | { readonly kind: 'inviteSent'; readonly sipCallId: string }
  /** A provisional response (RFC 3261 §13.2.2.1), 180 to 199. */
  | { readonly kind: 'progressed'; readonly sipCode: number; readonly reason: string }
  /** A 2xx was sent or received: the call is answered. */
  | { readonly kind: 'accepted'; readonly localSdp: string | null; readonly remoteSdp: string | null }
  /** The ACK was received or sent: the dialog is established (RFC 3261 §13.2.2.4). */
  | { readonly kind: 'confirmed' }
  /** An offer within the dialog (re-INVITE, UPDATE) was answered. */
  | { readonly kind: 'renegotiated'; readonly localSdp: string | null; readonly remoteSdp: string | null }
  /** One side holds the call or has resumed it, and the other has agreed. */
  | { readonly kind: 'holdChanged'; readonly originator: 'local' | 'remote'; readonly onHold: boolean }
  /** Packets can be sent: ICE and DTLS are through, for the first time or again. The answer may come before it, or after. */
  | { readonly kind: 'mediaConnected' }
  /** Packets come through no more, and the stack looks for another way. The session goes on. */
  | { readonly kind: 'mediaLost' }
  /** A digit came in: 0 to 9, A to D, * or #. */
  | { readonly kind: 'dtmfReceived'; readonly digit: string; readonly durationMs: number }
  /** The remote party asks us to call somebody else (REFER, RFC 3515). It waits for an answer. */
  | ({ readonly kind: 'transferRequested' } & TransferRequest)
  /** A transfer that we asked for goes on, by the remote party's word (NOTIFY, RFC 3515 §2.4.4). */
  | { readonly kind: 'transferProgressed'; readonly status: TransferStatus }
  /** We asked for the end (BYE, CANCEL or a final response is under way). */
  | { readonly kind: 'terminating' }
  /** The session is over. `confirmed`: whether it had been established; `state` is the call's final state. */
  | {
      readonly kind: 'ended';
      readonly confirmed: boolean;
      readonly state: FinalCallState;
      readonly end: CallEnd;
    }
  /** The remote party's sound is there, or was replaced. */
  | { readonly kind: 'remoteAudioChanged'; readonly source: AudioSource }
  /** The first of that sound has come in. Only of calls that we placed, where it can come before the answer (early media). */
  | { readonly kind: 'remoteAudioBegan' }
  /** The encoded frames can be copied as they pass. Once, before the session is accepted; never where nobody wants them. */
  | { readonly kind: 'framesTapped'; readonly tap: FrameTap };
