import type { RecordingChannel } from '../hooks/recording-sink.ts';
import { isSide, sn3Magic } from './sn3-format.ts';

/** What the frames of one side are from a place in the blob on, which does not tell it itself. */
export interface Sn3Codec {
  readonly direction: RecordingChannel;
  /** RTP name, as in the SDP: `opus`, `PCMU`. */
  readonly name: string;
  /** Of the RTP timestamps (RFC 3551 §6): 8000 also for G722, which has 16000 samples. */
  readonly clockRateHz: number;
  /** As in the SDP: 2 for Opus (RFC 7587 §4.1), whatever is in it. */
  readonly channels: number;
  /** RFC 3550 §5.1. */
  readonly payloadType: number;
  /** Offset of the first frame that it holds for. */
  readonly fromByte: number;
}

/** What a codec is, wherever it is used. */
export type VoiceCodec = Pick<Sn3Codec, 'name' | 'clockRateHz' | 'channels'>;

/** Every codec for voice that a browser negotiates: RFC 3551 §6, RFC 7587 §4.1. */
const voiceCodecs: readonly VoiceCodec[] = [
  { name: 'opus', clockRateHz: 48_000, channels: 2 },
  { name: 'PCMU', clockRateHz: 8000, channels: 1 },
  { name: 'PCMA', clockRateHz: 8000, channels: 1 },
  { name: 'G722', clockRateHz: 8000, channels: 1 },
];

/** The codec that a browser names so (`audio/PCMU`); null for telephone events, comfort noise and all that is no voice. */
export function voiceCodecOf(mimeType: string): VoiceCodec | null {
  const name = mimeType.toLowerCase();
  return voiceCodecs.find((codec) => name === `audio/${codec.name.toLowerCase()}`) ?? null;
}

/** Most codecs of one recording, far more than a call ever changes: in base64 they stay below 2 kB. */
export const mostSn3Codecs = 32;

/** Codecs as one line of text, each like the SDP writes it and where it begins: `0=111:opus/48000/2@3 1=0:PCMU/8000/1@180`. */
export const encodeSn3Codecs = (codecs: readonly Sn3Codec[]): string =>
  codecs
    .map(
      ({ direction, payloadType, name, clockRateHz, channels, fromByte }) =>
        `${direction}=${payloadType}:${name}/${clockRateHz}/${channels}@${fromByte}`,
    )
    .join(' ');

/** Reads what `encodeSn3Codecs` writes. What is no codec is left out. */
export function decodeSn3Codecs(text: string): readonly Sn3Codec[] {
  const found = text.matchAll(/(?<![^ ])([01])=(\d{1,3}):([\w-]{1,32})\/(\d{1,6})\/(\d)@(\d{1,15})(?![^ ])/g);
  return readSn3Codecs(
    [...found].map(([, direction, payloadType, name, clockRateHz, channels, fromByte]) => ({
      direction: Number(direction),
      payloadType: Number(payloadType),
      name,
      clockRateHz: Number(clockRateHz),
      channels: Number(channels),
      fromByte: Number(fromByte),
    })),
  );
}

/** Codecs from parsed JSON of unknown origin. What is none is left out. */
export const readSn3Codecs = (values: unknown): readonly Sn3Codec[] =>
  Array.isArray(values)
    ? values
        .map(readSn3Codec)
        .filter((codec) => codec !== null)
        .slice(0, mostSn3Codecs)
    : [];

/** A codec from parsed JSON of unknown origin; null when it is none. */
export function readSn3Codec(value: unknown): Sn3Codec | null {
  if (typeof value !== 'object' || value === null) return null;
  const { direction, name, clockRateHz, channels, payloadType, fromByte } = value as Readonly<
    Record<string, unknown>
  >;
  if (typeof direction !== 'number' || !isSide(direction)) return null;
  if (typeof name !== 'string' || !/^[\w-]{1,32}$/.test(name)) return null;
  if (!isWhole(clockRateHz, 1, 384_000) || !isWhole(channels, 1, 8) || !isWhole(payloadType, 0, 127))
    return null;
  if (!isWhole(fromByte, sn3Magic.length, Number.MAX_SAFE_INTEGER)) return null;
  return { direction, name, clockRateHz, channels, payloadType, fromByte };
}

const isWhole = (value: unknown, least: number, most: number): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= least && value <= most;
