const bias = 0x84;
const clip = 32_635;

/** One linear sample, −1 to 1, as µ-law (ITU-T G.711). */
export function toMulaw(sample: number): number {
  const linear = Math.round(Math.max(-1, Math.min(1, sample)) * 32_767);
  const sign = linear < 0 ? 0x80 : 0;
  const magnitude = Math.min(Math.abs(linear), clip) + bias;
  // The segment is the place of the highest bit above bit 7.
  const exponent = 31 - Math.clz32(magnitude) - 7;
  const mantissa = (magnitude >> (exponent + 3)) & 0x0f;
  return ~(sign | (exponent << 4) | mantissa) & 0xff;
}

/** One µ-law byte as a linear sample, −1 to 1. */
export function fromMulaw(byte: number): number {
  const code = ~byte & 0xff;
  const exponent = (code >> 4) & 0x07;
  const magnitude = ((((code & 0x0f) << 3) + bias) << exponent) - bias;
  return ((code & 0x80) === 0 ? magnitude : -magnitude) / 32_768;
}
