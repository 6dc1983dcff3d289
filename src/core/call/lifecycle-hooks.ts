import { DirectionInbound, DirectionOutbound } from '../hooks/call-meta.ts';
import type { CallMeta, HangupMeta } from '../hooks/call-meta.ts';
import type { LifecycleSink } from '../hooks/lifecycle-sink.ts';
import { nothingCaptured } from '../hooks/recording-sink.ts';
import type { RecordingArtifact } from '../hooks/recording-sink.ts';
import type { CallId } from '../shared/ids.ts';
import type { Logger } from '../shared/logger.ts';
import type { ReadonlyStore } from '../shared/store.ts';
import type { CallInfo } from './call-info.ts';
import type { CallStoreState } from './call-store.ts';
import { callListener } from './news-queue.ts';
import { callDurationMs } from './statistics.ts';

/** What the sink is told of a call. */
export const toCallMeta = (call: CallInfo): CallMeta => ({
  callId: call.callId,
  correlationId: call.sipCallId,
  direction: call.direction === 'Incoming' ? DirectionInbound : DirectionOutbound,
  scenario: '',
  tenantId: 0,
  remoteAddr: call.remoteAddr ?? '',
  localIp: '',
  codec: '',
  startedAt: call.createdAt,
});

/** How an ended call ended. */
export function toHangupMeta(call: CallInfo): HangupMeta {
  return {
    initiator: call.end?.initiator ?? 'unknown',
    sipCode: call.end?.sipCode ?? 0,
    reason: call.terminationReason ?? '',
    durationMs: callDurationMs(call) ?? 0,
    endedAt: call.endedAt ?? call.createdAt,
  };
}

/**
 * Tells a sink what happens to the calls of a store, until the returned function is called. It follows the store, so
 * that an end of ours is told like one from the network.
 *
 * `finishRecording` is asked at the end of every call, once, and resolves with what was captured; `onBye` waits for it,
 * and says that nothing was captured when it rejects. A call that was never established is `onFailed` at once.
 * A transfer is started when either side asks for it. The calls of an attended one are bridged when the remote party
 * says that it is through.
 */
export function followLifecycle(deps: {
  readonly store: ReadonlyStore<CallStoreState>;
  readonly sink: LifecycleSink;
  readonly finishRecording: (callId: CallId) => Promise<RecordingArtifact>;
  readonly logger: Logger;
}): () => void {
  const { store, sink, finishRecording, logger } = deps;

  const tell = (callId: CallId, hook: () => unknown): void =>
    callListener(hook, (error) => logger.error('A lifecycle sink failed.', { callId, error }));

  const recordingOf = async (callId: CallId): Promise<RecordingArtifact> => {
    try {
      return await finishRecording(callId);
    } catch (error) {
      logger.error('The recording of a call could not be finished.', { callId, error });
      return nothingCaptured(callId);
    }
  };

  const tellBye = async (call: CallInfo, finished: Promise<RecordingArtifact>): Promise<void> => {
    const recording = await finished;
    tell(call.callId, () => sink.onBye(toCallMeta(call), toHangupMeta(call), recording));
  };

  const tellProgress = (call: CallInfo, before: CallInfo | undefined): void => {
    const { callId } = call;
    if (isRinging(call) && (before === undefined || !isRinging(before))) {
      tell(callId, () => sink.onRinging(toCallMeta(call)));
    }
    if (call.confirmedAt !== undefined && before?.confirmedAt === undefined) {
      tell(callId, () => sink.onEstablished(toCallMeta(call)));
    }
  };

  const tellTransfer = (call: CallInfo, before: CallInfo | undefined): void => {
    const { callId, transfer } = call;
    if (transfer === null || transfer === before?.transfer) return;
    const { status, targetUri, consultation } = transfer;
    if (status === 'Requested') {
      tell(callId, () => sink.onTransferStarted(toCallMeta(call), targetUri));
    } else if (status === 'Completed' && consultation !== null) {
      tell(callId, () => sink.onBridgeStarted(callId, consultation));
    }
  };

  const tellEnd = (call: CallInfo): void => {
    const finished = recordingOf(call.callId);
    if (call.confirmedAt !== undefined) void tellBye(call, finished);
    else tell(call.callId, () => sink.onFailed(toCallMeta(call), toHangupMeta(call)));
  };

  return store.subscribe((state, previous) => {
    if (state.liveCalls === previous.liveCalls) return;
    for (const call of state.liveCalls.values()) {
      const before = previous.liveCalls.get(call.callId);
      if (before !== call) {
        tellProgress(call, before);
        tellTransfer(call, before);
      }
    }
    for (const callId of previous.liveCalls.keys()) {
      const ended = state.liveCalls.has(callId) ? undefined : state.callInfo.get(callId);
      if (ended !== undefined) tellEnd(ended);
    }
  });
}

const isRinging = ({ state, connectedAt }: CallInfo): boolean =>
  connectedAt === null && (state === 'IncomingPending' || state === 'Ringing' || state === 'Proceeding');
