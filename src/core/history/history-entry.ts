import type { CallEnd } from '../call/call-end.ts';
import type { CallInfo } from '../call/call-info.ts';
import type { CallDirection } from '../call/call-state.ts';
import { remoteUriOf } from '../call/selectors.ts';
import { type CallOutcome, callOutcome } from '../call/statistics.ts';
import type { PhoneErrorCode } from '../errors/phone-error.ts';
import { isAnonymous } from '../identity/anonymity.ts';
import { shownName } from '../identity/display-name.ts';
import type { QualitySummary } from '../quality/call-quality.ts';
import type { CallId, SipCallId } from '../shared/ids.ts';

/** A call that is over, as it is kept. Times are milliseconds since the Unix epoch. */
export interface HistoryEntry {
  readonly callId: CallId;
  /** Of the SIP messages: the same in every page that rang for the call. */
  readonly sipCallId: SipCallId;
  readonly direction: CallDirection;
  /** Own address, as a URI. */
  readonly localUri: string;
  /** Without display name and header parameters, cut off at 512 characters. */
  readonly remoteUri: string;
  /** Cleaned; null when the remote party sent none. */
  readonly remoteDisplayName: string | null;
  readonly startedAtMs: number;
  /** Null when nobody answered. */
  readonly connectedAtMs: number | null;
  readonly endedAtMs: number;
  readonly outcome: CallOutcome;
  readonly end: Pick<CallEnd, 'cause' | 'initiator' | 'sipCode'> | null;
  /** What of ours went wrong with the call, when something did. */
  readonly errorCode: PhoneErrorCode | null;
  /** How it sounded; null when it was too short to be measured. */
  readonly quality: QualitySummary | null;
}

const maxUriLength = 512;

/** A call that is over, to be kept; null for one that is not. */
export function toHistoryEntry(call: CallInfo, quality: QualitySummary | null): HistoryEntry | null {
  const outcome = callOutcome(call);
  if (outcome === null) return null;
  const name = shownName(call.remoteDisplayName);
  return {
    callId: call.callId,
    sipCallId: call.sipCallId,
    direction: call.direction,
    localUri: remoteUriOf({ remoteUri: call.localUri }).slice(0, maxUriLength),
    remoteUri: remoteUriOf(call).slice(0, maxUriLength),
    remoteDisplayName: name === '' ? null : name,
    startedAtMs: call.createdAt,
    connectedAtMs: call.connectedAt,
    endedAtMs: call.endedAt ?? call.createdAt,
    outcome,
    end:
      call.end === null
        ? null
        : { cause: call.end.cause, initiator: call.end.initiator, sipCode: call.end.sipCode },
    errorCode: call.error?.code ?? null,
    quality,
  };
}

/** Whether there is somebody to be called back. */
export const isNameless = ({ remoteUri, remoteDisplayName }: HistoryEntry): boolean =>
  isAnonymous(remoteUri) || remoteDisplayName?.toLowerCase() === 'anonymous';

/** How long the two talked; null when nobody answered. */
export const talkedMs = ({ connectedAtMs, endedAtMs }: HistoryEntry): number | null =>
  connectedAtMs === null ? null : endedAtMs - connectedAtMs;

/** Who knows more of what became of a call, the best first. */
const tellers: readonly CallOutcome[] = ['answered', 'rejected', 'cancelled', 'failed', 'missed'];

/** Pages that ring for one call begin so near to each other. */
const sameCallMs = 10_000;

/** Whether two pages of this browser have written of one call. A Call-ID that a stranger uses again is none (RFC 3261 §8.1.1.4). */
export const isSameCall = (a: HistoryEntry, b: HistoryEntry): boolean =>
  a.callId === b.callId ||
  (a.sipCallId !== '' &&
    a.sipCallId === b.sipCallId &&
    a.direction === b.direction &&
    Math.abs(a.startedAtMs - b.startedAtMs) <= sameCallMs);

/** Of two entries for one call the one that stays: the page where it was answered knows best, the first one wins a draw. */
export const betterEntry = (first: HistoryEntry, second: HistoryEntry): HistoryEntry =>
  tellers.indexOf(second.outcome) < tellers.indexOf(first.outcome) ? second : first;
