import type { CallId } from '../shared/ids.ts';
import type { CallMeta, HangupMeta } from './call-meta.ts';
import type { RecordingArtifact, RecordingResult } from './recording-sink.ts';

/**
 * Is told of every call, in this order: `onRinging` at most once, `onEstablished` at most once, then exactly one of
 * `onBye` and `onFailed`. All methods must be quick; work that takes time is the sink's own to queue. A sink that throws
 * does not disturb the call. Source: seed 2, `LifecycleSink`.
 */
export interface LifecycleSink {
  /** An incoming call has come in, or the first 18x to an outgoing one. */
  readonly onRinging: (meta: CallMeta) => void;
  /** The ACK was received (incoming) or sent (outgoing). */
  readonly onEstablished: (meta: CallMeta) => void;
  /** The call is being sent to another address (REFER). */
  readonly onTransferStarted: (inbound: CallMeta, targetUri: string) => void;
  /** The two calls hear each other. */
  readonly onBridgeStarted: (inboundCallId: CallId, outboundCallId: CallId) => void;
  /**
   * A call that was established is over, and its recording, the last where there were several, is finished: `recording` is
   * what the recording sink was given, `result` where it put it.
   */
  readonly onBye: (
    meta: CallMeta,
    hangup: HangupMeta,
    recording: RecordingArtifact,
    result: RecordingResult,
  ) => void;
  /** A call is over that was never established. It may have a recording: of the time between the answer and the ACK. */
  readonly onFailed: (meta: CallMeta, hangup: HangupMeta, result: RecordingResult) => void;
}

/** Ignores everything. */
export const nopLifecycle: LifecycleSink = {
  onRinging() {},
  onEstablished() {},
  onTransferStarted() {},
  onBridgeStarted() {},
  onBye() {},
  onFailed() {},
};
