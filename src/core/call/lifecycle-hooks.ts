import { DirectionInbound, DirectionOutbound } from '../hooks/call-meta.ts';
import type { CallMeta, HangupMeta } from '../hooks/call-meta.ts';
import type { LifecycleSink } from '../hooks/lifecycle-sink.ts';
import type { FinishedRecording } from '../hooks/recording-session.ts';
import { nothingCaptured, nothingKept } from '../hooks/recording-sink.ts';
import { negotiatedCodec } from '../media/negotiated-codec.ts';
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
  codec: negotiatedCodec(call.localSdp, call.remoteSdp)?.name ?? '',
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
 * `finishRecording` is asked at the end of every call, once: null for a call that was not recorded, whose end is told at
 * once; otherwise the end waits for it, and says that nothing was captured when it rejects.
 * A transfer is started when either side asks for it. The calls of an attended one are bridged when the remote party
 * says that it is through.
 */
export function followLifecycle(deps: {
  readonly store: ReadonlyStore<CallStoreState>;
  readonly sink: LifecycleSink;
  readonly finishRecording: (callId: CallId) => Promise<FinishedRecording> | null;
  readonly logger: Logger;
}): () => void {
  const { store, sink, finishRecording, logger } = deps;

  const tell = (callId: CallId, hook: () => unknown): void =>
    callListener(hook, (error) => logger.error('A lifecycle sink failed.', { callId, error }));

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

  const tellEnd = (call: CallInfo, { artifact, result }: FinishedRecording): void => {
    const [meta, hangup] = [toCallMeta(call), toHangupMeta(call)];
    tell(call.callId, () =>
      call.confirmedAt === undefined
        ? sink.onFailed(meta, hangup, result)
        : sink.onBye(meta, hangup, artifact, result),
    );
  };

  const finishAndTell = async (call: CallInfo): Promise<void> => {
    const { callId } = call;
    const nothing = { artifact: nothingCaptured(callId), result: nothingKept };
    const finishing = finishRecording(callId);
    if (finishing === null) {
      tellEnd(call, nothing);
      return;
    }
    const finished = await finishing.catch((error: unknown) => {
      logger.error('The recording of a call could not be finished.', { callId, error });
      return nothing;
    });
    tellEnd(call, finished);
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
      if (ended !== undefined) void finishAndTell(ended);
    }
  });
}

const isRinging = ({ state, connectedAt }: CallInfo): boolean =>
  connectedAt === null && (state === 'IncomingPending' || state === 'Ringing' || state === 'Proceeding');
