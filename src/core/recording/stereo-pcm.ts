import { bytesPerSample } from './wav.ts';

/** A stretch of both sides, PCM16, each `Int16Array[frame]`. Where one is shorter it has silence at its end. */
export interface StereoPart {
  /** The remote party. */
  readonly left: Int16Array;
  /** The local microphone. */
  readonly right: Int16Array;
}

const framesOf = ({ left, right }: StereoPart): number => Math.max(left.length, right.length);

/** Parts, one after the other, as interleaved PCM16, little-endian, left first. Each begins with both its sides. */
export function stitchStereo(parts: readonly StereoPart[]): Uint8Array<ArrayBuffer> {
  const frames = parts.reduce((sum, part) => sum + framesOf(part), 0);
  const bytes = new Uint8Array(frames * 2 * bytesPerSample);
  const view = new DataView(bytes.buffer);
  let offset = 0;
  for (const part of parts) {
    for (let frame = 0; frame < framesOf(part); frame += 1) {
      view.setInt16(offset, part.left[frame] ?? 0, true);
      view.setInt16(offset + bytesPerSample, part.right[frame] ?? 0, true);
      offset += 2 * bytesPerSample;
    }
  }
  return bytes;
}
