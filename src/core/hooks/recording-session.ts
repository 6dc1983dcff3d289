import { callListener } from '../call/news-queue.ts';
import type { CreateAbort } from '../shared/abort.ts';
import type { Clock } from '../shared/clock.ts';
import { asCallId } from '../shared/ids.ts';
import type { CallId } from '../shared/ids.ts';
import type { Logger } from '../shared/logger.ts';
import { DirectionInbound } from './call-meta.ts';
import type { CallMeta, Direction } from './call-meta.ts';
import { ChannelAgent, ChannelCaller, nothingCaptured, nothingKept } from './recording-sink.ts';
import type {
  RecordingArtifact,
  RecordingChannel,
  RecordingResult,
  RecordingSink,
} from './recording-sink.ts';
import { defaultRegistry } from './registry.ts';

/** The call as far as it is known: an empty call id becomes the session's, an empty direction inbound. */
export type RecordedCall = Omit<CallMeta, 'direction'> & { readonly direction: Direction | '' };

/** What came of a recording. */
export interface FinishedRecording {
  readonly artifact: RecordingArtifact;
  /** Empty when the sink or the capture failed or took too long: `why` says which. */
  readonly result: RecordingResult;
}

/**
 * One recording and the sink that takes it. Nothing here throws or rejects, whatever the sink does: what it throws is
 * logged. Source: seed 2, `EnableRecorder`, `WriteCallerPCM`, `WriteAIPCM`, `FlushRecorder`.
 */
export interface RecordingSession {
  /** Tells the sink that the recording begins. True when it wants samples. Ignored the second time. */
  readonly enable: (call: RecordedCall) => boolean;
  /** Hands samples of the remote party to the sink, if it wants them. To be copied by the sink. */
  readonly writeCallerPcm: (pcm: Int16Array) => void;
  /** The same of the local microphone. */
  readonly writeAgentPcm: (pcm: Int16Array) => void;
  /**
   * Ends the recording: once `capture` has brought what was captured, which may still write samples meanwhile, the sink
   * gets that, once, and no samples after. One that has not within 30 s, or rejects, has brought nothing. The second time it brings the same outcome. A session that was never enabled
   * has nothing to finish.
   */
  readonly flush: (capture: (callId: CallId) => Promise<RecordingArtifact>) => Promise<FinishedRecording>;
}

/** What a session needs. */
export interface RecordingSessionDeps {
  readonly sessionId: string;
  /** The default registry's when absent, which keeps nothing. */
  readonly sink?: RecordingSink;
  /** Of the samples. */
  readonly sampleRateHz: number;
  readonly clock: Clock;
  readonly createAbort: CreateAbort;
  readonly logger: Logger;
}

/** How long a sink may take to finish. */
const finishTimeoutMs = 30_000;
/** How long the capture may take to end: the disk writes at 100 times real time, and a worker that hangs never answers. */
const captureTimeoutMs = 30_000;

class TookTooLong extends Error {}

/** Makes the session of one recording. */
export function createRecordingSession(deps: RecordingSessionDeps): RecordingSession {
  const { sessionId, sampleRateHz, clock, createAbort, logger } = deps;
  const { sink = defaultRegistry.recording } = deps;
  let callId: CallId | null = null;
  let armed = false;
  let tapFailed = false;
  let outcome: Promise<FinishedRecording> | null = null;

  const write = (channel: RecordingChannel, pcm: Int16Array) => {
    if (!armed || callId === null || pcm.length === 0) return;
    const to = callId;
    callListener(
      () => sink.appendPcm(to, channel, pcm),
      (error) => {
        // Once: it comes twenty times a second.
        if (!tapFailed) logger.error('A recording sink threw on samples.', { callId, error });
        tapFailed = true;
      },
    );
  };

  /** Rejects with `TookTooLong` when it does not end in time. */
  const inTime = async <Result>(work: Promise<Result>, timeoutMs: number): Promise<Result> => {
    let cancelTimer = () => {};
    const timeUp = new Promise<never>((_resolve, reject) => {
      cancelTimer = clock.setTimer(() => reject(new TookTooLong()), timeoutMs);
    });
    try {
      return await Promise.race([work, timeUp]);
    } finally {
      cancelTimer();
    }
  };

  const askSink = async (artifact: RecordingArtifact): Promise<RecordingResult> => {
    const limit = createAbort();
    try {
      return await inTime(sink.finishRecording(limit.signal, artifact), finishTimeoutMs);
    } catch (error) {
      logger.error('A recording sink did not finish.', { callId: artifact.callId, error });
      if (!(error instanceof TookTooLong)) return { ...nothingKept, why: 'sink-failed' };
      limit.abort();
      return { ...nothingKept, why: 'sink-timed-out' };
    }
  };

  const finish: RecordingSession['flush'] = async (capture) => {
    if (callId === null) return { artifact: nothingCaptured(asCallId(sessionId)), result: nothingKept };
    try {
      const artifact = await inTime(capture(callId), captureTimeoutMs);
      armed = false;
      return { artifact, result: await askSink(artifact) };
    } catch (error) {
      armed = false;
      logger.error('A capture did not end.', { callId, error });
      const artifact = nothingCaptured(callId);
      // What was begun is finished, with nothing.
      await askSink(artifact);
      const why = error instanceof TookTooLong ? 'capture-timed-out' : 'capture-failed';
      return { artifact, result: { ...nothingKept, why } };
    }
  };

  return {
    enable(call) {
      if (callId !== null || outcome !== null) return armed;
      callId = call.callId === '' ? asCallId(sessionId) : call.callId;
      const direction = call.direction === '' ? DirectionInbound : call.direction;
      const meta: CallMeta = { ...call, callId, direction };
      callListener(
        () => {
          // A sink in JavaScript may return anything, a promise for instance.
          const wants: unknown = sink.beginRecording(meta, sampleRateHz, call.codec);
          armed = wants === true;
          return wants;
        },
        (error) => logger.error('A recording sink threw at the beginning.', { callId, error }),
      );
      return armed;
    },
    writeCallerPcm: (pcm) => write(ChannelCaller, pcm),
    writeAgentPcm: (pcm) => write(ChannelAgent, pcm),
    flush: (capture) => (outcome ??= finish(capture)),
  };
}
