import type { PayloadDecoder } from './sn3-stereo.ts';

/** The two forms of G.711 by their RTP names (RFC 3551 §4.5.14). */
export type G711Codec = 'PCMU' | 'PCMA';

/** Clock rate of both (RFC 3551 §4.5.14). */
const g711RateHz = 8000;

/** The value of one µ-law byte as PCM16, -32124 to 32124 (ITU-T G.711 §3.2, in 14 bits, shifted up by 2). */
export function decodeMuLaw(byte: number): number {
  const inverted = ~byte & 0xff;
  const magnitude = ((((inverted & 0x0f) << 3) + 0x84) << ((inverted >> 4) & 0x07)) - 0x84;
  if (magnitude === 0) return 0;
  return (inverted & 0x80) === 0 ? magnitude : -magnitude;
}

/** The value of one A-law byte as PCM16, -32256 to 32256 (ITU-T G.711 §3.1, in 13 bits, shifted up by 3). */
export function decodeALaw(byte: number): number {
  const toggled = (byte & 0xff) ^ 0x55;
  const segment = (toggled >> 4) & 0x07;
  const step = ((toggled & 0x0f) << 4) + 8;
  const magnitude = segment === 0 ? step : (step + 0x100) << (segment - 1);
  return (toggled & 0x80) === 0 ? -magnitude : magnitude;
}

const tables: Readonly<Record<G711Codec, Int16Array>> = {
  PCMU: Int16Array.from({ length: 256 }, (_, byte) => decodeMuLaw(byte)),
  PCMA: Int16Array.from({ length: 256 }, (_, byte) => decodeALaw(byte)),
};

/** A payload as samples, one for each byte. */
export function decodeG711(payload: Uint8Array, codec: G711Codec): Int16Array {
  const table = tables[codec];
  return Int16Array.from(payload, (byte) => table[byte] ?? 0);
}

const decoders: Readonly<Record<G711Codec, PayloadDecoder>> = {
  PCMU: createDecoder('PCMU'),
  PCMA: createDecoder('PCMA'),
};

/** The decoder of `PCMU` and of `PCMA`; null for any other codec. */
export const g711Decoder = (name: string): PayloadDecoder | null =>
  name === 'PCMU' || name === 'PCMA' ? decoders[name] : null;

function createDecoder(codec: G711Codec): PayloadDecoder {
  return {
    sampleRateHz: g711RateHz,
    decode: (payloads) => Promise.resolve(payloads.map((payload) => decodeG711(payload, codec))),
  };
}
