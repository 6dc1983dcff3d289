import { PhoneError } from '#core/errors/phone-error.ts';
import type { PayloadDecoder } from '#core/recording/sn3-stereo.ts';

/** Rate of what a decoder of Opus gives (RFC 7587 §4.1). */
const sampleRateHz = 48_000;
const config: AudioDecoderConfig = { codec: 'opus', sampleRate: sampleRateHz, numberOfChannels: 1 };
/** Times only tell chunks apart: where a frame belongs is known already. */
const chunkUs = 20_000;

/** Opus packets (RFC 6716) as the browser decodes them (WebCodecs §3). */
export const opusDecoder: PayloadDecoder = {
  sampleRateHz,
  async decode(payloads) {
    if (typeof AudioDecoder === 'undefined') throw notDecodable('This browser has no AudioDecoder.');
    const pieces = payloads.map(() => new Int16Array());
    let failure: unknown = null;
    const decoder = new AudioDecoder({
      output(data) {
        const index = Math.round(data.timestamp / chunkUs);
        pieces[index] = joinSamples(pieces[index], readMono(data));
        data.close();
      },
      error(error) {
        failure = error;
      },
    });
    try {
      decoder.configure(config);
      payloads.forEach((data, index) =>
        decoder.decode(new EncodedAudioChunk({ type: 'key', timestamp: index * chunkUs, data })),
      );
      await decoder.flush();
      decoder.close();
    } catch (error) {
      throw notDecodable(String(failure ?? error), error);
    }
    return pieces;
  },
};

/** One channel, or the middle of two, as PCM16. */
function readMono(data: AudioData): Int16Array {
  const planes = Array.from({ length: data.numberOfChannels }, (_, planeIndex) => {
    const plane = new Float32Array(data.numberOfFrames);
    data.copyTo(plane, { planeIndex, format: 'f32-planar' });
    return plane;
  });
  return Int16Array.from({ length: data.numberOfFrames }, (_, frame) => {
    const sum = planes.reduce((total, plane) => total + (plane[frame] ?? 0), 0);
    return Math.max(-32_768, Math.min(32_767, Math.round((sum / planes.length) * 32_767)));
  });
}

function joinSamples(before: Int16Array | undefined, next: Int16Array): Int16Array<ArrayBuffer> {
  const joined = new Int16Array((before?.length ?? 0) + next.length);
  if (before !== undefined) joined.set(before);
  joined.set(next, before?.length ?? 0);
  return joined;
}

const notDecodable = (details: string, cause?: unknown): PhoneError =>
  new PhoneError({ code: 'recording/not-decodable', details }, cause);
