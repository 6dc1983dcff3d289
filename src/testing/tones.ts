/** A sine as `Float32Array[frame]`. */
export function sine(
  frequencyHz: number,
  sampleRateHz: number,
  frames: number,
  amplitude = 0.5,
): Float32Array<ArrayBuffer> {
  return Float32Array.from(
    { length: frames },
    (_, frame) => amplitude * Math.sin((2 * Math.PI * frequencyHz * frame) / sampleRateHz),
  );
}

/**
 * Amplitude of one frequency in `samples`, in the samples' own scale (Goertzel with a Hann window, so that a tone
 * elsewhere does not leak in).
 */
export function toneAmplitude(samples: Float32Array, sampleRateHz: number, frequencyHz: number): number {
  const coefficient = 2 * Math.cos((2 * Math.PI * frequencyHz) / sampleRateHz);
  let previous = 0;
  let beforePrevious = 0;
  samples.forEach((sample, frame) => {
    const window = 0.5 - 0.5 * Math.cos((2 * Math.PI * frame) / samples.length);
    const next = sample * window + coefficient * previous - beforePrevious;
    beforePrevious = previous;
    previous = next;
  });
  const power = previous ** 2 + beforePrevious ** 2 - coefficient * previous * beforePrevious;
  // The window halves the sum, and a real tone of amplitude 1 sums to half the number of samples.
  return (4 * Math.sqrt(Math.max(0, power))) / samples.length;
}

/** Amplitude of one frequency in decibels below full scale. */
export function toneDbfs(samples: Float32Array, sampleRateHz: number, frequencyHz: number): number {
  return 20 * Math.log10(toneAmplitude(samples, sampleRateHz, frequencyHz) + 1e-12);
}

/** The two channels of a stereo PCM16 WAV file with a 44-byte header, full scale ±1. */
export function decodeStereoWav(file: Uint8Array): { left: Float32Array; right: Float32Array } {
  const view = new DataView(file.buffer, file.byteOffset, file.byteLength);
  const frames = Math.floor((file.byteLength - 44) / 4);
  const channel = (offset: number) =>
    Float32Array.from({ length: frames }, (_, frame) => view.getInt16(44 + frame * 4 + offset, true) / 32768);
  return { left: channel(0), right: channel(2) };
}
