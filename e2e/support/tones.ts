/** Level of one frequency in a signal, in dB relative to a full-scale sine: 0 is as loud as it gets. Goertzel. */
export function toneLevelDb(samples: Float32Array, sampleRateHz: number, frequencyHz: number): number {
  const coefficient = 2 * Math.cos((2 * Math.PI * frequencyHz) / sampleRateHz);
  let previous = 0;
  let beforePrevious = 0;
  samples.forEach((sample, index) => {
    // Hann window, or a neighbouring loud tone leaks in.
    const window = 0.5 - 0.5 * Math.cos((2 * Math.PI * index) / samples.length);
    const current = sample * window + coefficient * previous - beforePrevious;
    beforePrevious = previous;
    previous = current;
  });
  const power = previous ** 2 + beforePrevious ** 2 - coefficient * previous * beforePrevious;
  const amplitude = (Math.sqrt(Math.max(power, 0)) * 4) / samples.length;
  return 20 * Math.log10(Math.max(amplitude, 1e-9));
}
