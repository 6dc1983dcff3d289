import type { EncodedFrame, Sn3Capture } from '../recording/sn3-capture.ts';
import type { Clock } from '../shared/clock.ts';
import { asCallId } from '../shared/ids.ts';
import type { CallId } from '../shared/ids.ts';
import type { Logger } from '../shared/logger.ts';
import { DirectionInbound } from './call-meta.ts';
import type { CallMeta, Direction } from './call-meta.ts';
import { ChannelAgent, ChannelCaller, FormatSN3 } from './recording-sink.ts';
import type { RecordingChannel, RecordingResult, RecordingSink } from './recording-sink.ts';
import { defaultRegistry } from './registry.ts';

/** The call as far as it is known: an empty call id becomes the session's, an empty direction inbound. */
export type RecordedCall = Omit<CallMeta, 'direction'> & { readonly direction: Direction | '' };

/** What came of a recording. */
export interface RecordingOutcome {
  readonly callId: CallId;
  /** Whether there is a recording: frames were captured, or the sink keeps something. */
  readonly ok: boolean;
  /** Empty when the sink failed or took too long. */
  readonly result: RecordingResult;
}

/**
 * One call and the sink that records it. Nothing here throws or rejects, whatever the sink does: what it throws is
 * logged. Source: seed 2, `EnableRecorder`, `WriteCallerPCM`, `WriteAIPCM`, `FlushRecorder`.
 */
export interface RecordingSession {
  /** Tells the sink that the call begins. Ignored the second time. */
  readonly enable: (call: RecordedCall) => void;
  /** Hands samples of the remote party to the sink, if it wants them. To be copied by the sink. */
  readonly writeCallerPcm: (pcm: Int16Array) => void;
  /** The same of the local microphone. */
  readonly writeAgentPcm: (pcm: Int16Array) => void;
  /** Keeps an encoded frame for the artifact, whether the sink wants samples or not. */
  readonly captureFrame: (frame: EncodedFrame) => void;
  /**
   * Ends the recording: the sink gets the SN3 artifact once, and no samples after. The second time it brings the same
   * outcome. A session that was never enabled has nothing to finish.
   */
  readonly flush: () => Promise<RecordingOutcome>;
}

/** What a session needs. */
export interface RecordingSessionDeps {
  readonly sessionId: string;
  /** The default registry's when absent, which keeps nothing. */
  readonly sink?: RecordingSink;
  readonly capture: Sn3Capture;
  /** Negotiated codec by its RTP name, and its RTP clock rate, which a decoder of the artifact needs. */
  readonly codec: string;
  readonly clockRateHz: number;
  /** Of the samples. */
  readonly sampleRateHz: number;
  readonly clock: Clock;
  readonly logger: Logger;
  /** How long the sink may take to finish, 30 s by default. */
  readonly finishTimeoutMs?: number;
}

const nothingKept: RecordingResult = { url: '', objectKey: '', bytes: 0 };

/** Makes the session of one call. */
export function createRecordingSession(deps: RecordingSessionDeps): RecordingSession {
  const { sessionId, capture, codec, clockRateHz, sampleRateHz, clock, logger } = deps;
  const { sink = defaultRegistry.recording, finishTimeoutMs = 30_000 } = deps;
  let callId: CallId | null = null;
  let armed = false;
  let tapFailed = false;
  let outcome: Promise<RecordingOutcome> | null = null;

  const write = (channel: RecordingChannel, pcm: Int16Array) => {
    if (!armed || callId === null || pcm.length === 0) return;
    try {
      sink.appendPcm(callId, channel, pcm);
    } catch (error) {
      // Once: it comes fifty times a second.
      if (!tapFailed) logger.error('A recording sink threw on samples.', { callId, error });
      tapFailed = true;
    }
  };

  const askSink = async (recorded: CallId, payload: Uint8Array | null): Promise<RecordingResult> => {
    const signal = { aborted: false };
    let cancelTimer = () => {};
    const timeUp = new Promise<never>((_resolve, reject) => {
      cancelTimer = clock.setTimer(() => {
        signal.aborted = true;
        reject(new Error('took too long'));
      }, finishTimeoutMs);
    });
    const artifact = {
      callId: recorded,
      format: FormatSN3,
      payload,
      codec,
      sampleRateHz: clockRateHz,
      channels: 1,
    } as const;
    try {
      return await Promise.race([sink.finishRecording(signal, artifact), timeUp]);
    } catch (error) {
      logger.error('A recording sink did not finish.', { callId: recorded, error });
      return nothingKept;
    } finally {
      cancelTimer();
    }
  };

  const finish = async (): Promise<RecordingOutcome> => {
    armed = false;
    const payload = capture.take();
    if (callId === null) return { callId: asCallId(sessionId), ok: false, result: nothingKept };
    const result = await askSink(callId, payload);
    const keeps = result.url !== '' || result.objectKey !== '' || result.bytes > 0;
    return { callId, ok: payload !== null || keeps, result };
  };

  return {
    enable(call) {
      if (callId !== null || outcome !== null) return;
      callId = call.callId === '' ? asCallId(sessionId) : call.callId;
      const direction = call.direction === '' ? DirectionInbound : call.direction;
      try {
        armed = sink.beginRecording({ ...call, callId, direction }, sampleRateHz, codec);
      } catch (error) {
        logger.error('A recording sink threw at the beginning.', { callId, error });
      }
    },
    writeCallerPcm: (pcm) => write(ChannelCaller, pcm),
    writeAgentPcm: (pcm) => write(ChannelAgent, pcm),
    captureFrame(frame) {
      if (outcome === null) capture.append(frame);
    },
    flush: () => (outcome ??= finish()),
  };
}
