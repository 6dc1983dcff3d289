import { describe, expect, it } from 'vitest';
import { g711Decoder } from '#core/recording/g711.ts';
import type { Sn3Codec } from '#core/recording/sn3-codec.ts';
import { packSn3 } from '#core/recording/sn3-pack.ts';
import { parseWavHeader } from '#core/recording/wav.ts';
import { decodeStereoWav, sine, toneDbfs } from '#testing/tones.ts';
import { sn3ToWav } from './sn3-to-wav.ts';

const codec = (direction: 0 | 1, name: string): Sn3Codec => ({
  direction,
  name,
  clockRateHz: 48_000,
  channels: 2,
  payloadType: 111,
  fromByte: 3,
});

/** A second of a tone in packets of 20 ms, as the browser itself encodes it. */
async function opusTone(frequencyHz: number): Promise<readonly Uint8Array[]> {
  const packets: Uint8Array[] = [];
  const encoder = new AudioEncoder({
    output(chunk) {
      const packet = new Uint8Array(chunk.byteLength);
      chunk.copyTo(packet);
      packets.push(packet);
    },
    error(error) {
      throw error;
    },
  });
  encoder.configure({ codec: 'opus', sampleRate: 48_000, numberOfChannels: 1, bitrate: 32_000 });
  const data = sine(frequencyHz, 48_000, 48_000);
  encoder.encode(
    new AudioData({
      format: 'f32-planar',
      sampleRate: 48_000,
      numberOfFrames: 48_000,
      numberOfChannels: 1,
      timestamp: 0,
      data,
    }),
  );
  await encoder.flush();
  encoder.close();
  return packets;
}

const toFrames = (packets: readonly Uint8Array[], direction: 0 | 1, startMs: number) =>
  packets.map((payload, index) => ({
    direction,
    sequenceNumber: index,
    rtpTimestamp: index * 960,
    wallNs: BigInt(startMs + index * 20) * 1_000_000n,
    payload,
  }));

describe('sn3ToWav', () => {
  it('gives each side of a call in Opus its channel, at its time', async () => {
    const [caller, agent] = await Promise.all([opusTone(440), opusTone(1000)]);
    const blob = packSn3([...toFrames(caller, 0, 0), ...toFrames(agent, 1, 500)]);
    const wav = await sn3ToWav(blob, [codec(0, 'opus'), codec(1, 'opus')]);
    const bytes = new Uint8Array(await wav.arrayBuffer());
    expect(parseWavHeader(bytes)).toMatchObject({
      sampleRateHz: 48_000,
      channels: 2,
      dataBytes: bytes.byteLength - 44,
    });
    const { left, right } = decodeStereoWav(bytes);
    expect(left.length / 48_000).toBeCloseTo(1.5, 1);
    const heard = (track: Float32Array, startMs: number) =>
      track.subarray(startMs * 48, (startMs + 300) * 48);
    expect(toneDbfs(heard(left, 600), 48_000, 440)).toBeGreaterThan(-8);
    expect(toneDbfs(heard(left, 600), 48_000, 1000)).toBeLessThan(-60);
    expect(toneDbfs(heard(right, 100), 48_000, 1000)).toBeLessThan(-90);
    expect(toneDbfs(heard(right, 600), 48_000, 1000)).toBeGreaterThan(-8);
  });

  it('makes a file of more than one piece', async () => {
    const packets = Array.from({ length: 40 * 50 }, (_, index) => new Uint8Array(160).fill(index % 256));
    const wav = await sn3ToWav(packSn3(toFrames(packets, 1, 0)), [codec(1, 'PCMU')]);
    const bytes = new Uint8Array(await wav.arrayBuffer());
    const view = new DataView(bytes.buffer, 44);
    const expected = (await g711Decoder('PCMU')?.decode(packets)) ?? [];
    const loudest = 32_124 / (0.92 * 32_768);
    for (const index of [0, 1499, 1500, 1501, 1999]) {
      const sample = view.getInt16((index * 160 + 80) * 4 + 2, true);
      expect(sample).toBeCloseTo((expected[index]?.[80] ?? 0) / loudest, -1);
    }
    expect(bytes.byteLength).toBe(44 + 40 * 8000 * 4);
  });

  it('refuses what is no Opus', async () => {
    const blob = packSn3(toFrames([Uint8Array.of(255), new Uint8Array(400).fill(0x80)], 0, 0));
    await expect(sn3ToWav(blob, [codec(0, 'G722')])).rejects.toMatchObject({
      detail: { code: 'recording/not-decodable', details: 'G722' },
    });
  });
});
