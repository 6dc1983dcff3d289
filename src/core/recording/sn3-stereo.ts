import { PhoneError } from '../errors/phone-error.ts';
import { ChannelAgent, ChannelCaller, type RecordingChannel } from '../hooks/recording-sink.ts';
import { placeTrack, type TimedSamples } from './place-track.ts';
import type { Sn3Codec } from './sn3-codec.ts';
import { sn3HeaderBytes, type Sn3Frame } from './sn3-format.ts';
import { parseSn3 } from './sn3-parse.ts';
import { sentTimes } from './sn3-timing.ts';
import type { StereoPart } from './stereo-pcm.ts';

/** Turns the payloads of one codec into sound. */
export interface PayloadDecoder {
  readonly sampleRateHz: number;
  /** One side's payloads, in their order, each as mono samples. Rejects with `recording/not-decodable`. */
  readonly decode: (payloads: readonly Uint8Array[]) => Promise<readonly Int16Array[]>;
}

/** Finds the decoder of a codec by its RTP name; null where there is none. */
export type FindDecoder = (name: string) => PayloadDecoder | null;

/** A blob as sound. */
export interface DecodedSn3 extends StereoPart {
  readonly sampleRateHz: number;
}

/** A louder peak is scaled down to this part of full scale. Source: seed 2. */
const loudest = 0.92 * 32768;

/** Of a blob without a frame. */
const leastRateHz = 8000;

/** Frames of one side and one codec. */
interface Stretch {
  readonly direction: RecordingChannel;
  readonly clockRateHz: number;
  readonly decoder: PayloadDecoder;
  readonly frames: Sn3Frame[];
}

/**
 * The frames of a blob, decoded and laid on one timeline for both sides, each when it was sent: the first frame of either is
 * its beginning, gaps are silence, frames that came twice are heard once. Its rate is the highest of the codecs'. `codecs` tells what each side
 * sent; a blob does not. Rejects with `recording/not-decodable` where a codec is missing, or its decoder.
 */
export async function decodeSn3(
  blob: Uint8Array,
  codecs: readonly Sn3Codec[],
  findDecoder: FindDecoder,
): Promise<DecodedSn3> {
  const frames = parseSn3(blob);
  const baseNs = frames.reduce(
    (base, { wallNs }) => (wallNs < base ? wallNs : base),
    frames[0]?.wallNs ?? 0n,
  );
  const stretches = [ChannelCaller, ChannelAgent].flatMap((direction) =>
    toStretches(inTimeOrder(frames.filter((frame) => frame.direction === direction)), (frame) => {
      const { name, clockRateHz } = codecOf(frame, blob, codecs) ?? { name: 'unknown', clockRateHz: 0 };
      const decoder = findDecoder(name);
      if (decoder === null) throw new PhoneError({ code: 'recording/not-decodable', details: name });
      return { clockRateHz, decoder };
    }),
  );
  const sampleRateHz = Math.max(leastRateHz, ...stretches.map(({ decoder }) => decoder.sampleRateHz));

  const pieces: [TimedSamples[], TimedSamples[]] = [[], []];
  for (const { direction, clockRateHz, decoder, frames } of stretches) {
    const decoded = await decoder.decode(frames.map(({ payload }) => payload));
    const factor = sampleRateHz / decoder.sampleRateHz;
    sentTimes(frames, clockRateHz).forEach((wallNs, index) =>
      pieces[direction].push({ wallNs, samples: stretchSamples(decoded[index] ?? new Int16Array(), factor) }),
    );
  }
  const [left, right] = pieces.map((side) => placeTrack(side, { sampleRateHz, baseNs }));
  return { sampleRateHz, ...limitPeak({ left: left ?? new Int16Array(), right: right ?? new Int16Array() }) };
}

/** What a frame is, by its place in the blob, of which its payload is a view. */
function codecOf(frame: Sn3Frame, blob: Uint8Array, codecs: readonly Sn3Codec[]): Sn3Codec | undefined {
  const at = frame.payload.byteOffset - blob.byteOffset - sn3HeaderBytes;
  return codecs.findLast(({ direction, fromByte }) => direction === frame.direction && fromByte <= at);
}

function toStretches(
  frames: readonly Sn3Frame[],
  codingOf: (frame: Sn3Frame) => Pick<Stretch, 'clockRateHz' | 'decoder'>,
): readonly Stretch[] {
  const stretches: Stretch[] = [];
  for (const frame of frames) {
    const coding = codingOf(frame);
    const last = stretches.at(-1);
    if (last?.decoder === coding.decoder) last.frames.push(frame);
    else stretches.push({ direction: frame.direction, ...coding, frames: [frame] });
  }
  return stretches;
}

/**
 * By wall time, then by sequence number, which goes round (RFC 3550 §5.1). Packets that the network doubled are taken
 * once; a blob of the first version numbers nothing, so none of its frames is known to be a double.
 */
function inTimeOrder(frames: readonly Sn3Frame[]): readonly Sn3Frame[] {
  const sorted = frames.toSorted((a, b) => {
    if (a.wallNs !== b.wallNs) return a.wallNs < b.wallNs ? -1 : 1;
    return ((((a.sequenceNumber - b.sequenceNumber) & 0xffff) + 0x8000) & 0xffff) - 0x8000;
  });
  const isNumbered = frames.some(
    ({ sequenceNumber, rtpTimestamp }) => sequenceNumber > 0 || rtpTimestamp > 0,
  );
  if (!isNumbered) return sorted;
  const heard = new Set<string>();
  return sorted.filter(({ sequenceNumber, rtpTimestamp }) => {
    const key = `${sequenceNumber} ${rtpTimestamp}`;
    const isDouble = heard.has(key);
    heard.add(key);
    return !isDouble;
  });
}

/** Samples at a rate that is a whole multiple of theirs, in straight lines from one to the next. */
function stretchSamples(samples: Int16Array, factor: number): Int16Array {
  if (factor === 1) return samples;
  return Int16Array.from({ length: samples.length * factor }, (_, index) => {
    const at = Math.floor(index / factor);
    const from = samples[at] ?? 0;
    const to = samples[at + 1] ?? from;
    return from + ((to - from) * (index - at * factor)) / factor;
  });
}

/** Both sides are scaled alike, so that who speaks louder stays louder. */
function limitPeak(part: StereoPart): StereoPart {
  const peak = [part.left, part.right].reduce(
    (highest, track) => track.reduce((value, sample) => Math.max(value, Math.abs(sample)), highest),
    0,
  );
  if (peak <= loudest) return part;
  const scale = (track: Int16Array) => track.map((sample) => Math.round((sample * loudest) / peak));
  return { left: scale(part.left), right: scale(part.right) };
}
