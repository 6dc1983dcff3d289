import type { RecordingChannel } from '#core/hooks/recording-sink.ts';
import type { PassedFrame, PassedFramesMessage } from '#core/recording/sn3-recorder.ts';

/** Copies encoded frames for a recording. Nothing here throws: a call must not notice it. */
export interface FrameCopier {
  /** Sends copies to a port, as `PassedFramesMessage`s, from now on, unless it begins paused. What was sent to another one before ends. */
  readonly begin: (frames: MessagePort, paused: boolean) => void;
  readonly setPaused: (paused: boolean) => void;
  /** Sends what is left, and says so. Ignored while nothing is copied. */
  readonly end: () => void;
  /** Ignored while nothing is to be copied. */
  readonly copy: (direction: RecordingChannel, frame: RTCEncodedAudioFrame) => void;
}

/** What a killed process loses of a recording, at most, and how seldom the recording worker is woken. */
const batchMs = 60;

/** Makes a copier that copies nothing yet. */
export function createFrameCopier(): FrameCopier {
  let port: MessagePort | null = null;
  let paused = false;
  let batch: PassedFrame[] = [];
  let timer: ReturnType<typeof setTimeout> | null = null;

  const send = (message: PassedFramesMessage) => port?.postMessage(message);
  const flush = () => {
    if (timer !== null) clearTimeout(timer);
    timer = null;
    if (batch.length > 0) send({ kind: 'frames', frames: batch });
    batch = [];
  };
  const end = () => {
    flush();
    send({ kind: 'flushed' });
    port = null;
  };

  return {
    begin(frames, begunPaused) {
      end();
      port = frames;
      paused = begunPaused;
    },
    setPaused(next) {
      paused = next;
    },
    end,
    copy(direction, frame) {
      if (port === null || paused) return;
      try {
        batch.push(toPassedFrame(direction, frame));
        timer ??= setTimeout(flush, batchMs);
      } catch {
        // A frame of a form that this phone does not know is not kept.
      }
    },
  };
}

function toPassedFrame(direction: RecordingChannel, frame: RTCEncodedAudioFrame): PassedFrame {
  const { sequenceNumber, rtpTimestamp, mimeType, payloadType } = frame.getMetadata();
  return {
    direction,
    sequenceNumber: sequenceNumber ?? null,
    rtpTimestamp: rtpTimestamp ?? frame.timestamp,
    payload: new Uint8Array(frame.data.slice(0)),
    mimeType: mimeType ?? '',
    payloadType: payloadType ?? 0,
    atNs: BigInt(Math.round(performance.now() * 1e6)),
  };
}
