import { bytesPerSample } from './wav.ts';

const fullScale = 32768;

/** One sample as PCM16: rounded to the nearest step, values outside [-1, 1) at the nearest limit, NaN as silence. */
function toPcm16(sample: number): number {
  const scaled = Math.round(sample * fullScale);
  if (scaled >= fullScale) return fullScale - 1;
  if (scaled < -fullScale) return -fullScale;
  return Number.isNaN(scaled) ? 0 : scaled;
}

/** The two channels of interleaved PCM16, little-endian, left first. */
export function splitPcm16(bytes: Uint8Array): readonly [left: Int16Array, right: Int16Array] {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength);
  const frameBytes = 2 * bytesPerSample;
  const channel = (offset: number) =>
    Int16Array.from({ length: Math.floor(bytes.byteLength / frameBytes) }, (_, frame) =>
      view.getInt16(frame * frameBytes + offset, true),
    );
  return [channel(0), channel(bytesPerSample)];
}

/**
 * Two channels of float samples as interleaved PCM16, little-endian, left first.
 *
 * `left` and `right` are `Float32Array[frame]` of the same length; full scale is ±1.
 */
export function interleavePcm16(left: Float32Array, right: Float32Array): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(left.length * 2 * bytesPerSample);
  const view = new DataView(bytes.buffer);
  for (let frame = 0; frame < left.length; frame += 1) {
    const offset = frame * 2 * bytesPerSample;
    view.setInt16(offset, toPcm16(left[frame] ?? 0), true);
    view.setInt16(offset + bytesPerSample, toPcm16(right[frame] ?? 0), true);
  }
  return bytes;
}
