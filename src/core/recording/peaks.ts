import { bytesPerSample } from './wav.ts';

/**
 * How loud a recording is, bucket by bucket, for a drawing of the whole: never more than `mostBuckets`, however long it
 * is. A bucket is a byte per channel, of its loudest sample: 0 for −60 dBFS and less, 255 for full scale, even steps of dB
 * between.
 */
export interface Peaks {
  /** Frames of one bucket. The last one may be shorter. */
  readonly framesPerBucket: number;
  /** The remote party. Both channels have as many buckets. */
  readonly remote: Uint8Array;
  /** You. */
  readonly local: Uint8Array;
}

/** When they are full and the recording goes on, two become one: from then on there are half as many to all of them. */
export const mostBuckets = 2048;
/** Of the buckets that a recording begins with: up to 41 s are drawn as finely as that. */
const firstBucketMs = 20;
const floorDb = -60;
const fullScale = 32_768;
const frameBytes = 2 * bytesPerSample;

/** Collects the peaks of a recording while its bytes come. */
export interface PeakMeter {
  /** Takes interleaved stereo PCM16, little-endian, left first, cut anywhere. */
  readonly push: (pcm: Uint8Array) => void;
  /** Of what came so far; a frame that is not whole is not heard. */
  readonly read: () => Peaks;
}

/** Loudest absolute value of a sample, 0 to 32768, as a byte. Never falls when the value rises: the louder of two bytes is the byte of the louder value. */
export function loudnessByte(amplitude: number): number {
  if (amplitude <= 0) return 0;
  const db = 20 * Math.log10(amplitude / fullScale);
  return Math.max(0, Math.min(255, Math.round(255 * (1 - db / floorDb))));
}

/** A bucket's byte as a level, 0 to 1. */
export const byteToLevel = (byte: number): number =>
  byte === 0 ? 0 : 10 ** ((floorDb * (1 - byte / 255)) / 20);

/** Two buckets become one: the loudest of both. */
export const halvePeaks = (buckets: Uint8Array): Uint8Array =>
  Uint8Array.from({ length: Math.ceil(buckets.length / 2) }, (_, index) =>
    Math.max(buckets[index * 2] ?? 0, buckets[index * 2 + 1] ?? 0),
  );

/** Makes a meter that has heard nothing. `capacity` is even. */
export function createPeakMeter(sampleRateHz: number, capacity = mostBuckets): PeakMeter {
  let framesPerBucket = (sampleRateHz * firstBucketMs) / 1000;
  const remote = new Uint8Array(capacity);
  const local = new Uint8Array(capacity);
  let complete = 0;
  let [loudestRemote, loudestLocal, framesInBucket] = [0, 0, 0];
  let torn = new Uint8Array(0);

  const closeBucket = () => {
    if (complete === capacity) {
      // The one that was full is the first half of one now.
      for (const buckets of [remote, local]) buckets.set(halvePeaks(buckets));
      complete /= 2;
      framesPerBucket *= 2;
      return;
    }
    remote[complete] = loudnessByte(loudestRemote);
    local[complete] = loudnessByte(loudestLocal);
    complete += 1;
    [loudestRemote, loudestLocal, framesInBucket] = [0, 0, 0];
  };
  const readChannel = (buckets: Uint8Array, loudest: number): Uint8Array =>
    Uint8Array.from([
      ...buckets.subarray(0, complete),
      ...(framesInBucket === 0 ? [] : [loudnessByte(loudest)]),
    ]);

  return {
    push(pcm) {
      const bytes = torn.length === 0 ? pcm : joined(torn, pcm);
      const whole = bytes.length - (bytes.length % frameBytes);
      for (let at = 0; at < whole;) {
        if (framesInBucket === framesPerBucket) closeBucket();
        const end = Math.min(whole, at + (framesPerBucket - framesInBucket) * frameBytes);
        loudestRemote = loudestOf(bytes, at, end, loudestRemote);
        loudestLocal = loudestOf(bytes, at + bytesPerSample, end, loudestLocal);
        framesInBucket += (end - at) / frameBytes;
        at = end;
      }
      torn = bytes.slice(whole);
    },
    read: () => ({
      framesPerBucket,
      remote: readChannel(remote, loudestRemote),
      local: readChannel(local, loudestLocal),
    }),
  };
}

const headBytes = 4;

/** Peaks as they are kept and sent: the frames of a bucket (32 bits, little-endian), all bytes of the remote party, all of yours. */
export function encodePeaks({ framesPerBucket, remote, local }: Peaks): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(headBytes + remote.length + local.length);
  new DataView(bytes.buffer).setUint32(0, framesPerBucket, true);
  bytes.set(remote, headBytes);
  bytes.set(local, headBytes + remote.length);
  return bytes;
}

/** Reads what `encodePeaks` writes; null for anything else. */
export function decodePeaks(bytes: Uint8Array): Peaks | null {
  const buckets = (bytes.length - headBytes) / 2;
  if (!Number.isInteger(buckets) || buckets < 0 || buckets > mostBuckets + 1) return null;
  const framesPerBucket = new DataView(bytes.buffer, bytes.byteOffset).getUint32(0, true);
  if (framesPerBucket === 0) return null;
  const local = headBytes + buckets;
  return { framesPerBucket, remote: bytes.slice(headBytes, local), local: bytes.slice(local) };
}

/** Of one channel's samples, and of what was loudest before. */
function loudestOf(bytes: Uint8Array, start: number, end: number, before: number): number {
  let loudest = before;
  for (let at = start; at < end; at += frameBytes) {
    const sample = (bytes[at] ?? 0) | ((bytes[at + 1] ?? 0) << 8);
    const amplitude = sample < fullScale ? sample : 2 * fullScale - sample;
    if (amplitude > loudest) loudest = amplitude;
  }
  return loudest;
}

function joined(first: Uint8Array, second: Uint8Array): Uint8Array {
  const both = new Uint8Array(first.length + second.length);
  both.set(first);
  both.set(second, first.length);
  return both;
}
