import type { RecordingChannel } from '#core/hooks/recording-sink.ts';
import type { PassedFramesMessage } from '#core/recording/sn3-recorder.ts';
import type { Clock } from '#core/shared/clock.ts';
import type { Logger } from '#core/shared/logger.ts';
import type { FrameTransformOptions, FrameWorkerReply, FrameWorkerRequest } from '#workers/frame-messages.ts';
import { eachAudioHalf } from './audio-halves.ts';
import type { FrameWorkers } from './frame-workers.ts';
import { canStreamFrames, createPageTap } from './page-tap.ts';

/** The encoded frames of one call, which go on whatever becomes of those who copy them. */
export interface CallTap {
  /**
   * Copies what is not copied yet, too. Chromium heeds it only in the task in which a sender or receiver is
   * made; later it changes nothing. Never throws.
   */
  readonly cover: () => void;
  /**
   * Copies what passes to a port, as `PassedFramesMessage`s, until `stop`; nothing yet, when it begins paused. `onLost` is told
   * when copies are made no more before that.
   */
  readonly capture: (frames: MessagePort, paused: boolean, onLost?: () => void) => void;
  /** Copies nothing while it is paused. */
  readonly setPaused: (paused: boolean) => void;
  /** Sends what is left to the port. */
  readonly stop: () => void;
  /** To be called when the connection is closed, and not before: without a worker of its own a call may be silent. */
  readonly close: () => void;
}

/** What a tap needs from outside. */
export interface CallTapDeps {
  readonly workers: FrameWorkers;
  readonly clock: Pick<Clock, 'setTimer'>;
  readonly logger: Pick<Logger, 'warn'>;
}

const ignore = (): void => undefined;

/** How often a worker is asked whether it is alive. One that was silent twice is given up: the call is, too. */
const askIntervalMs = 200;
const patience = 2;
/** How long a worker may take to send the last frames of a call that is over. */
const lastFramesMs = 1000;

/** WebRTC Encoded Transform: Chromium 141, Firefox 117, Safari 15.4. */
const hasTransform = (): boolean => typeof RTCRtpScriptTransform === 'function';

/** Whether this browser lets encoded frames be copied. */
export const canTapFrames = (): boolean => hasTransform() || canStreamFrames();

/** Makes the tap of a call; null where it needs a worker and none is ready. */
export const createCallTap = (connection: RTCPeerConnection, deps: CallTapDeps): CallTap | null =>
  hasTransform() ? createWorkerTap(connection, deps) : createPageTap(connection, deps.logger);

/**
 * The tap of a call that passes a worker of its own (ADR 21). Measured in Chromium 156: a worker
 * that ends, hangs or throws stops the sound of its call, and taking its transform away does not bring it back, but a new
 * transform on another worker does, until the one that hangs is terminated, or the streams of the one that was replaced end
 * (0 of 6 calls had sound again when they ended 300 ms later). So a worker that fails is replaced at once, and
 * stays until the call is over. The next one only lets pass: what the first one failed at is not tried again within the
 * call.
 */
function createWorkerTap(
  connection: RTCPeerConnection,
  { workers, clock, logger }: CallTapDeps,
): CallTap | null {
  const first = workers.take();
  if (first === null) return null;

  const covered = new Map<RTCRtpSender | RTCRtpReceiver, RecordingChannel>();
  const used = [first];
  let isFirst = true;
  let isClosed = false;
  let unanswered = 0;
  let failure: string | null = null;
  let cancelAsking = ignore;
  let onLost = ignore;

  const lead = (half: RTCRtpSender | RTCRtpReceiver, direction: RecordingChannel) => {
    if (covered.has(half)) return;
    half.transform = createTransform(direction);
    covered.set(half, direction);
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
    const next = workers.take();
    // Asked for again with the next question.
    if (next === null) return;
    logger.warn('a worker for encoded frames has failed; the call goes on without it', { failure });
    worker = watch(next);
    used.push(next);
    isFirst = false;
    onLost();
    onLost = ignore;
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
    cover: () => eachAudioHalf(connection, logger, lead),
    capture(frames, paused, tellLost = ignore) {
      if (isFirst) {
        onLost = tellLost;
        tell({ kind: 'capture', frames, paused }, [frames]);
      } else {
        frames.postMessage({ kind: 'flushed' } satisfies PassedFramesMessage);
        tellLost();
      }
    },
    setPaused: (paused) => tell({ kind: 'pause', paused }),
    stop() {
      onLost = ignore;
      tell({ kind: 'stop' });
    },
    close() {
      if (isClosed) return;
      isClosed = true;
      cancelAsking();
      tell({ kind: 'stop' });
      clock.setTimer(() => used.forEach((done) => done.terminate()), lastFramesMs);
    },
  };
}
