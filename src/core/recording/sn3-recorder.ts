import type { RecordingChannel } from '../hooks/recording-sink.ts';
import { mostSn3Codecs, voiceCodecOf, type Sn3Codec, type VoiceCodec } from './sn3-codec.ts';
import { createSn3Framer } from './sn3-framer.ts';
import { joinBytes } from './sn3-pack.ts';

/** A frame that was copied while it passed, with what the browser says of it (WebRTC Encoded Transform §4). */
export interface PassedFrame {
  readonly direction: RecordingChannel;
  /** Null for what is sent: browsers do not number it. */
  readonly sequenceNumber: number | null;
  readonly rtpTimestamp: number;
  readonly payload: Uint8Array;
  readonly mimeType: string;
  readonly payloadType: number;
  /** When it passed, by a clock of its own that never goes back. */
  readonly atNs: bigint;
}

/** What the transform worker sends to the recording worker. */
export type PassedFramesMessage =
  | { readonly kind: 'frames'; readonly frames: readonly PassedFrame[] }
  /** Nothing follows: everything that was copied has been sent. */
  | { readonly kind: 'flushed' };

/** Makes an SN3 blob of what passes. */
export interface Sn3Recorder {
  /**
   * The bytes that frames add to the blob. Only voice is kept: telephone events, comfort noise and empty frames would be
   * decoded as sound.
   */
  readonly push: (frames: readonly PassedFrame[]) => Uint8Array<ArrayBuffer>;
}

/**
 * Begins a blob, behind its magic. `onCodec` is told what the frames of a side are from now on, before they are given out.
 * A frame that would make the blob longer than `limitBytes`, that SN3 cannot hold, or whose codec is one too many, is left
 * out, whole; `onLeftOut` is told of the first.
 */
export function createSn3Recorder(
  onCodec: (codec: Sn3Codec) => void,
  { limitBytes = Infinity, onLeftOut = (): void => undefined } = {},
): Sn3Recorder {
  const framer = createSn3Framer({ limitBytes });
  const current = new Map<RecordingChannel, Sn3Codec>();
  const counts: [number, number] = [0, 0];
  let codecs = 0;
  let isComplete = true;

  const leaveOut = (): null => {
    if (isComplete) onLeftOut();
    isComplete = false;
    return null;
  };

  /** Whether the frame's codec is known, or was not yet and is now. */
  const isKnown = (codec: VoiceCodec, { direction, payloadType }: PassedFrame): boolean => {
    const before = current.get(direction);
    if (before?.name === codec.name && before.payloadType === payloadType) return true;
    if (codecs === mostSn3Codecs) return false;
    const next = { ...codec, direction, payloadType, fromByte: framer.byteLength() };
    codecs += 1;
    current.set(direction, next);
    onCodec(next);
    return true;
  };

  return {
    push(frames) {
      const pieces = frames.map((frame) => {
        const codec = voiceCodecOf(frame.mimeType);
        if (frame.payload.byteLength === 0 || codec === null) return null;
        if (!isKnown(codec, frame)) return leaveOut();
        const sequenceNumber = frame.sequenceNumber ?? counts[frame.direction]++;
        return framer.frame({ ...frame, sequenceNumber }, frame.atNs) ?? leaveOut();
      });
      return joinBytes(pieces.filter((piece) => piece !== null));
    },
  };
}
