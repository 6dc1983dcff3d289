import type { RecordingChannel } from '../hooks/recording-sink.ts';
import { placeTrack } from './place-track.ts';
import type { TimedSamples } from './place-track.ts';
import { createRateCheck } from './rate-check.ts';
import type { StereoPart } from './stereo-pcm.ts';

/** Makes one recording in memory of the samples that come of both sides. */
export interface PcmRecorder {
  /** Takes and copies mono PCM16, little-endian; an odd last byte is dropped. Ignored once flushed. */
  readonly write: (channel: RecordingChannel, pcm: Uint8Array) => void;
  /** Ends it. Both sides on one timeline, which begins with the first samples of either; null when there were none, and the second time. */
  readonly flush: () => StereoPart | null;
}

/** Samples that follow within this time belong to the same run, and are laid end to end. Source: seed 2. */
const runNs = 500_000_000n;

interface Leg {
  readonly pieces: TimedSamples[];
  readonly note: (frames: number, nowNs: bigint) => void;
  writtenAtNs: bigint;
  endNs: bigint;
}

/** Makes a recorder. `warnRate` is told, once for each side, of a rate that cannot be the one that was configured. */
export function createPcmRecorder(deps: {
  readonly sampleRateHz: number;
  /** Nanoseconds by a clock that never goes back. */
  readonly nowNs: () => bigint;
  readonly warnRate?: (channel: RecordingChannel, measuredHz: number) => void;
}): PcmRecorder {
  const { sampleRateHz, nowNs, warnRate } = deps;
  const createLeg = (channel: RecordingChannel): Leg => ({
    pieces: [],
    note: createRateCheck(sampleRateHz, (measuredHz) => warnRate?.(channel, measuredHz)).note,
    writtenAtNs: 0n,
    endNs: 0n,
  });
  const legs = [createLeg(0), createLeg(1)] as const;
  let flushed = false;

  return {
    write(channel, pcm) {
      const samples = toSamples(pcm);
      if (flushed || samples.length === 0) return;
      const leg = legs[channel];
      const now = nowNs();
      const continues = leg.pieces.length > 0 && now - leg.writtenAtNs < runNs;
      const wallNs = continues ? leg.endNs : now;
      leg.pieces.push({ wallNs, samples });
      leg.writtenAtNs = now;
      leg.endNs = wallNs + (BigInt(samples.length) * 1_000_000_000n) / BigInt(sampleRateHz);
      leg.note(samples.length, now);
    },
    flush() {
      const [left, right] = legs.map(({ pieces }) => pieces.splice(0));
      const begins = [left?.[0], right?.[0]].flatMap((piece) => (piece === undefined ? [] : [piece.wallNs]));
      flushed = true;
      const [first, second = first] = begins;
      if (first === undefined || second === undefined) return null;
      const rule = { sampleRateHz, baseNs: first < second ? first : second };
      return { left: placeTrack(left ?? [], rule), right: placeTrack(right ?? [], rule) };
    },
  };
}

function toSamples(pcm: Uint8Array): Int16Array {
  const view = new DataView(pcm.buffer, pcm.byteOffset, pcm.byteLength);
  return Int16Array.from({ length: pcm.byteLength >> 1 }, (_, index) => view.getInt16(index * 2, true));
}
