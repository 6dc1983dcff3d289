import type { CallInfo } from '../call/call-info.ts';
import type { MarkKind, RecordingMark } from './recording-mark.ts';

/** Makes the marks of one recording out of what becomes of its call. */
export interface MarkLog {
  /** The call as it is now: tells what began or ended since the last time. */
  readonly follow: (
    call: Pick<CallInfo, 'onHold' | 'remoteOnHold' | 'microphoneMuted' | 'mediaLost' | 'transfer'>,
  ) => void;
  /** Something begins or ends. Telling it twice changes nothing. */
  readonly set: (kind: MarkKind, on: boolean) => void;
  /** A moment. */
  readonly note: (kind: MarkKind) => void;
}

/** Makes a log. `nowMs` counts from the recording's start; `write` is told a mark when it begins, and again when it has ended. */
export function createMarkLog(nowMs: () => number, write: (mark: RecordingMark) => void): MarkLog {
  const lasting = new Map<MarkKind, number>();
  let transfer: CallInfo['transfer'] = null;

  const note = (kind: MarkKind): number => {
    const atMs = nowMs();
    write({ kind, atMs, durationMs: null });
    return atMs;
  };

  const set = (kind: MarkKind, on: boolean): void => {
    const sinceMs = lasting.get(kind);
    if (on === (sinceMs !== undefined)) return;
    if (sinceMs === undefined) {
      lasting.set(kind, note(kind));
    } else {
      lasting.delete(kind);
      write({ kind, atMs: sinceMs, durationMs: nowMs() - sinceMs });
    }
  };

  return {
    follow(call) {
      set('hold', call.onHold);
      set('remote-hold', call.remoteOnHold);
      set('mute', call.microphoneMuted);
      set('reconnecting', call.mediaLost);
      if (call.transfer?.status === 'Requested' && call.transfer !== transfer) note('transfer');
      transfer = call.transfer;
    },
    set,
    note: (kind) => void note(kind),
  };
}
