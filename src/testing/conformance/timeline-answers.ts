import { decodeALaw, decodeMuLaw } from '#core/recording/g711.ts';
import { placeTrack } from '#core/recording/place-track.ts';
import type { PlacementRule } from '#core/recording/track-placer.ts';
import { stitchStereo } from '#core/recording/stereo-pcm.ts';
import { encodeWavHeader, wavFileDurationMs } from '#core/recording/wav.ts';

interface PlacementInput {
  readonly rate: number;
  readonly snapMs: number;
  readonly baseNs: string;
  readonly frames: readonly { readonly wallNs: string; readonly samples: number; readonly marker: number }[];
}

/** A value and how often it stands there. */
type Run = readonly [value: number, count: number];

interface StereoPartInput {
  readonly L: Run;
  readonly R: Run;
}

type WavInput =
  | { readonly rate: number; readonly channels: 1 | 2; readonly dataBytes: number }
  | { readonly byteRate: number; readonly dataBytes: number }
  | string;

const fromRun = ([value, count]: Run): Int16Array => new Int16Array(count).fill(value);

function toRuns(track: Int16Array): readonly Run[] {
  const runs: [number, number][] = [];
  for (const sample of track) {
    const last = runs.at(-1);
    if (last?.[0] === sample) last[1] += 1;
    else runs.push([sample, 1]);
  }
  return runs;
}

function place({ rate, snapMs, baseNs, frames }: PlacementInput, more: Partial<PlacementRule>) {
  const pieces = frames.map(({ wallNs, samples, marker }) => ({
    wallNs: BigInt(wallNs),
    samples: fromRun([marker, samples]),
  }));
  const track = placeTrack(pieces, { sampleRateHz: rate, snapMs, baseNs: BigInt(baseNs), ...more });
  return { samples: track.length, runs: toRuns(track) };
}

export const timelineAnswers = {
  /** The seed's helper for a whole track closes the first gap, too. */
  placement: (input: PlacementInput) => place(input, { snapFirst: true }),
  placement_stream: (input: PlacementInput) => place(input, {}),

  stereo(input: StereoPartInput | { readonly parts: readonly StereoPartInput[] }) {
    const parts = 'parts' in input ? input.parts : [input];
    const bytes = stitchStereo(parts.map(({ L, R }) => ({ left: fromRun(L), right: fromRun(R) })));
    const samples = new Int16Array(bytes.buffer);
    const at = Array.from({ length: samples.length / 2 }, (_, frame) => [
      samples[frame * 2],
      samples[frame * 2 + 1],
    ]);
    return { samples: at.length, at, dataBytes: bytes.byteLength };
  },

  wav(input: WavInput) {
    if (typeof input === 'string') return wavFileDurationMs(Buffer.from(input)) / 1000;
    const { dataBytes } = input;
    if ('rate' in input) {
      const { rate, channels } = input;
      return Buffer.from(encodeWavHeader({ sampleRateHz: rate, channels, dataBytes })).toString('hex');
    }
    const header = encodeWavHeader({ sampleRateHz: input.byteRate / 2, channels: 1, dataBytes });
    return wavFileDurationMs(Buffer.concat([header, Buffer.alloc(dataBytes)])) / 1000;
  },

  g711_ulaw: decodeMuLaw,
  g711_alaw: decodeALaw,
};
