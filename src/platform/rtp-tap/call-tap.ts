import { ChannelAgent, ChannelCaller, type RecordingChannel } from '#core/hooks/recording-sink.ts';
import type { PassedFramesMessage } from '#core/recording/sn3-recorder.ts';
import type { Clock } from '#core/shared/clock.ts';
import type { Logger } from '#core/shared/logger.ts';
import type { FrameTransformOptions, FrameWorkerReply, FrameWorkerRequest } from '#workers/frame-messages.ts';
import type { FrameWorkers } from './frame-workers.ts';

/** The encoded frames of one call, which pass a worker of its own and go on whatever becomes of that. */
export interface CallTap {
  /**
   * Leads what does not pass the worker yet through it. Chromium heeds it only in the task in which a sender or receiver is
   * made; later it changes nothing. Never throws.
   */
  readonly cover: () => void;
  /** Copies what passes to a port, as `PassedFramesMessage`s, until `stop`. */
  readonly capture: (frames: MessagePort) => void;
  /** Copies nothing while it is paused. */
  readonly setPaused: (paused: boolean) => void;
  /** Sends what is left to the port. */
  readonly stop: () => void;
  /** To be called when the connection is closed, and not before: without its worker a call is silent. */
  readonly close: () => void;
}

/** What a tap needs from outside. */
export interface CallTapDeps {
  readonly workers: FrameWorkers;
  readonly clock: Pick<Clock, 'setTimer'>;
  readonly logger: Pick<Logger, 'warn'>;
}

/** How often a worker is asked whether it is alive. One that was silent twice is given up: the call is, too. */
const askIntervalMs = 200;
const patience = 2;
/** How long a worker may take to send the last frames of a call that is over. */
const lastFramesMs = 1000;

/** WebRTC Encoded Transform: Chromium 141, Firefox 117, Safari 15.4. */
const hasTransform = (): boolean => typeof RTCRtpScriptTransform === 'function';

/** Whether this browser lets encoded frames pass a worker. */
export const canTapFrames = (): boolean => hasTransform() || 'createEncodedStreams' in RTCRtpSender.prototype;

/** What Chromium had before, from 121 on without being asked for when a connection is made. In no types. */
interface StreamedHalf {
  readonly createEncodedStreams: () => {
    readonly readable: ReadableStream<RTCEncodedAudioFrame>;
    readonly writable: WritableStream<RTCEncodedAudioFrame>;
  };
}

/**
 * Makes the tap of a call; null while no worker is ready. Measured in Chromium 156: a worker
 * that ends, hangs or throws stops the sound of its call, and taking its transform away does not bring it back, but a new
 * transform on another worker does, until the one that hangs is terminated, or the streams of the one that was replaced end
 * (0 of 6 calls had sound again when they ended 300 ms later). So a worker that fails is replaced at once, and
 * stays until the call is over. The next one only lets pass: what the first one failed at is not tried again within the
 * call. A browser without the transform gives its streams once, so that nothing can take the place of a worker that fails.
 */
export function createCallTap(
  connection: RTCPeerConnection,
  { workers, clock, logger }: CallTapDeps,
): CallTap | null {
  const first = workers.take();
  if (first === null) return null;

  const isReplaceable = hasTransform();
  const covered = new Map<RTCRtpSender | RTCRtpReceiver, RecordingChannel>();
  const used = [first];
  let isFirst = true;
  let isClosed = false;
  let unanswered = 0;
  let failure: string | null = null;
  let cancelAsking = (): void => undefined;

  const lead = (half: RTCRtpSender | RTCRtpReceiver, direction: RecordingChannel) => {
    if (covered.has(half)) return;
    if (isReplaceable) half.transform = createTransform(direction);
    else giveStreams(half as unknown as StreamedHalf, direction);
    covered.set(half, direction);
  };
  const giveStreams = (half: StreamedHalf, direction: RecordingChannel) => {
    const { readable, writable } = half.createEncodedStreams();
    tell({ kind: 'pass', direction, readable, writable }, [readable, writable]);
  };
  const createTransform = (direction: RecordingChannel) =>
    new RTCRtpScriptTransform(worker, { direction } satisfies FrameTransformOptions);
  const tell = (request: FrameWorkerRequest, transfer: Transferable[] = []) => {
    if (isFirst) worker.postMessage(request, transfer);
  };

  const watch = (watched: Worker): Worker => {
    const fail = (details: string) => {
      if (watched !== worker) return;
      failure = details;
      replace();
    };
    watched.addEventListener('error', ({ message }) => fail(message));
    watched.addEventListener('message', ({ data }: MessageEvent<FrameWorkerReply>) => {
      if (data.kind === 'broken') fail(data.details);
      else if (watched === worker) unanswered = 0;
    });
    return watched;
  };

  const replace = () => {
    if (isClosed || connection.signalingState === 'closed') return;
    if (!isReplaceable) {
      if (isFirst) logger.warn('a worker for encoded frames has failed, and its call is silent', { failure });
      isFirst = false;
      return;
    }
    const next = workers.take();
    // Asked for again with the next question.
    if (next === null) return;
    logger.warn('a worker for encoded frames has failed; the call goes on without it', { failure });
    worker = watch(next);
    used.push(next);
    isFirst = false;
    failure = null;
    unanswered = 0;
    for (const [half, direction] of covered) half.transform = createTransform(direction);
  };

  const ask = () => {
    if (unanswered >= patience) failure ??= 'It does not answer.';
    if (failure !== null) replace();
    unanswered += 1;
    worker.postMessage({ kind: 'ping' } satisfies FrameWorkerRequest);
    cancelAsking = clock.setTimer(ask, askIntervalMs);
  };

  let worker = watch(first);
  ask();

  return {
    cover() {
      try {
        for (const { sender, receiver } of connection.getTransceivers()) {
          if (receiver.track.kind !== 'audio') continue;
          lead(sender, ChannelAgent);
          lead(receiver, ChannelCaller);
        }
      } catch (error) {
        logger.warn('encoded frames cannot be copied', { error: String(error) });
      }
    },
    capture: (frames) => {
      if (isFirst) tell({ kind: 'capture', frames }, [frames]);
      else frames.postMessage({ kind: 'flushed' } satisfies PassedFramesMessage);
    },
    setPaused: (paused) => tell({ kind: 'pause', paused }),
    stop: () => tell({ kind: 'stop' }),
    close() {
      if (isClosed) return;
      isClosed = true;
      cancelAsking();
      tell({ kind: 'stop' });
      clock.setTimer(() => used.forEach((done) => done.terminate()), lastFramesMs);
    },
  };
}
