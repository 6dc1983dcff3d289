import type { PhoneErrorDetail } from '../errors/phone-error.ts';
import type { AudioDirection } from '../media/audio-direction.ts';
import type { MediaQuality } from '../quality/media-quality.ts';
import type { AccountId, CallId, SipCallId } from '../shared/ids.ts';
import type { CallEnd } from './call-end.ts';
import type { CallDirection, CallState } from './call-state.ts';
import type { CallTransfer } from './call-transfer.ts';

/** Headers as they were received: name as written → value. Data from a stranger, never mixed with our own flags (B24). */
export type ReceivedHeaders = Readonly<Record<string, string>>;

/** All that is known of a call. Times are milliseconds since the Unix epoch. Source: seed 1, `CallInfo`. */
export interface CallInfo {
  readonly callId: CallId;
  readonly state: CallState;
  readonly direction: CallDirection;
  readonly localUri: string;
  /** By which of the person's accounts it came or goes. Null where there are no accounts. */
  readonly accountId: AccountId | null;
  /** Incoming: the whole From value as received, or the asserted URI that stands for it. Outgoing: the SIP URI that was dialled. */
  readonly remoteUri: string;
  /** As received: show it through `displayText`. */
  readonly remoteDisplayName: string | null;
  readonly subject: string | null;
  readonly createdAt: number;
  /** Set once, when the other phone first rings (180). Absent before, and for calls that come in. */
  readonly rangAt?: number;
  /** Set once, when the call is answered. */
  readonly connectedAt: number | null;
  /** Set once, when the dialog is established: the ACK was sent or received (RFC 3261 §13.2.2.4). Absent before. */
  readonly confirmedAt?: number;
  /** Set once, when the call reaches a final state. */
  readonly endedAt: number | null;
  /** Always null in a browser, which does not learn the peer's address. */
  readonly remoteAddr: string | null;
  readonly mediaSessionId: string | null;
  /** Incoming without a Call-ID: the session's id. Outgoing: empty until the INVITE is on its way. */
  readonly sipCallId: SipCallId;
  readonly receivedHeaders: ReceivedHeaders;
  readonly localSdp: string | null;
  readonly remoteSdp: string | null;
  /** Held by the person here. */
  readonly onHold: boolean;
  /** What the remote party has been asked for and not agreed to yet; null when nothing. */
  readonly holdChange: 'holding' | 'resuming' | null;
  /** Held by the remote party. */
  readonly remoteOnHold: boolean;
  readonly microphoneMuted: boolean;
  /** No packets come through, and the phone looks for another way for them. */
  readonly mediaLost: boolean;
  /** What the last offer and answer make flow; null before the answer, without SDPs, and after the end. */
  readonly audioDirection: AudioDirection | null;
  /** The last measurement; null until there is one. */
  readonly quality: MediaQuality | null;
  /** The last transfer of this call; null when there was none. */
  readonly transfer: CallTransfer | null;
  /** Null until the call has ended. */
  readonly end: CallEnd | null;
  readonly terminationReason: string | null;
  readonly wasConnectedWhenEnded: boolean;
  /** What of ours went wrong with the call, when something did: a microphone, a codec. */
  readonly error: PhoneErrorDetail | null;
}
