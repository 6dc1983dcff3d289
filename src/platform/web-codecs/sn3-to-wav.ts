import { g711Decoder } from '#core/recording/g711.ts';
import type { Sn3Codec } from '#core/recording/sn3-codec.ts';
import { decodeSn3 } from '#core/recording/sn3-stereo.ts';
import { stitchStereo } from '#core/recording/stereo-pcm.ts';
import { encodeWavHeader } from '#core/recording/wav.ts';
import { opusDecoder } from './opus-decoder.ts';

/** How much is laid together at a time: a long call is never in memory as one file. */
const pieceSec = 30;

/**
 * The encoded frames of a call as a stereo WAV file, the remote party left, at the rate of its codecs. Rejects with
 * `recording/not-decodable` where a codec is none of PCMU, PCMA and Opus, or the browser cannot decode it.
 */
export async function sn3ToWav(blob: Uint8Array, codecs: readonly Sn3Codec[]): Promise<Blob> {
  const { sampleRateHz, left, right } = await decodeSn3(blob, codecs, (name) =>
    name.toLowerCase() === 'opus' ? opusDecoder : g711Decoder(name),
  );
  const frames = Math.max(left.length, right.length);
  const pieces: Uint8Array<ArrayBuffer>[] = [];
  for (let start = 0; start < frames; start += pieceSec * sampleRateHz) {
    const end = Math.min(start + pieceSec * sampleRateHz, frames);
    pieces.push(stitchStereo([{ left: pad(left, start, end), right: pad(right, start, end) }]));
  }
  const dataBytes = pieces.reduce((sum, { byteLength }) => sum + byteLength, 0);
  return new Blob([encodeWavHeader({ sampleRateHz, channels: 2, dataBytes }), ...pieces], {
    type: 'audio/wav',
  });
}

/** A part of a track, with silence where the track has ended. */
function pad(track: Int16Array, start: number, end: number): Int16Array {
  const part = new Int16Array(end - start);
  part.set(track.subarray(start, end));
  return part;
}
