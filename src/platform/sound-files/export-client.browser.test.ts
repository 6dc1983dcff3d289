import { afterEach, describe, expect, it, vi } from 'vitest';
import type { ExportFormat, ExportVoices } from '#core/recording/export-plan.ts';
import { encodeWavHeader, parseWavHeader, wavHeaderBytes } from '#core/recording/wav.ts';
import { spawnExportWorker } from '#platform/spawn-workers.ts';
import { decodeStereoWav, sine, toneDbfs } from '#testing/tones.ts';
import { createRecordingExporter } from './export-client.ts';

const sampleRateHz = 16_000;
const durationS = 4;
const [remoteHz, localHz] = [440, 1000];
const loudDbfs = -9;
const silentDbfs = -40;

/** A recording with a tone in each channel. */
function recording(): Blob {
  const frames = sampleRateHz * durationS;
  const [remote, local] = [remoteHz, localHz].map((hz) => sine(hz, sampleRateHz, frames));
  const samples = new Int16Array(frames * 2);
  for (let frame = 0; frame < frames; frame += 1) {
    samples[frame * 2] = (remote?.[frame] ?? 0) * 32_767;
    samples[frame * 2 + 1] = (local?.[frame] ?? 0) * 32_767;
  }
  return new Blob([encodeWavHeader({ sampleRateHz, channels: 2, dataBytes: samples.byteLength }), samples]);
}

const never = new AbortController().signal;
const exporter = createRecordingExporter(spawnExportWorker, () => crypto.randomUUID());
const opened = (file: Blob) => {
  const url = URL.createObjectURL(file);
  return { url, release: () => URL.revokeObjectURL(url) };
};
const open = () => Promise.resolve(opened(recording()));

/** A file whose URL leads nowhere any more, which a browser takes a moment for. */
async function goneFile() {
  const gone = opened(new Blob());
  gone.release();
  const isGone = () =>
    fetch(gone.url).then(
      () => false,
      () => true,
    );
  await vi.waitUntil(isGone, { timeout: 5000 });
  return gone;
}

/** What lies in the folder of files that are being made. */
async function scratchFiles(): Promise<readonly string[]> {
  const root = await navigator.storage.getDirectory();
  const names: string[] = [];
  for await (const name of (await root.getDirectoryHandle('exports', { create: true })).keys())
    names.push(name);
  return names;
}
// What was saved or stopped leaves nothing behind.
afterEach(() => vi.waitUntil(async () => (await scratchFiles()).length === 0, { timeout: 5000 }));

/** Makes a file, and gives its bytes. */
async function convert(format: ExportFormat, voices: ExportVoices) {
  const shares: number[] = [];
  const made = await exporter.convert(open, { format, voices }, (share) => shares.push(share), never);
  const bytes = new Uint8Array(await (await fetch(made.url)).arrayBuffer());
  made.release();
  expect(shares.at(-1)).toBe(1);
  expect(shares).toEqual(shares.toSorted((a, b) => a - b));
  return bytes;
}

describe('a recording', () => {
  it.each([
    ['opus', '4f676753', 150],
    ['flac', '664c6143', 0.1],
    ['mp3', 'fff', 150],
  ] as const)(
    'becomes %s, which is decoded again, each voice in its channel',
    async (format, signature, offMs) => {
      const bytes = await convert(format, 'both');
      const begins = Array.from(bytes.subarray(0, 4), (byte) => byte.toString(16).padStart(2, '0')).join('');
      expect(begins.slice(0, signature.length)).toBe(signature);
      const sound = await new OfflineAudioContext(1, 1, sampleRateHz).decodeAudioData(bytes.buffer);
      expect(sound.numberOfChannels).toBe(2);
      expect(Math.abs(sound.duration - durationS) * 1000).toBeLessThanOrEqual(offMs);
      for (const [channel, heardHz, otherHz] of [
        [0, remoteHz, localHz],
        [1, localHz, remoteHz],
      ] as const) {
        const middle = sound.getChannelData(channel).subarray(sampleRateHz, 2 * sampleRateHz);
        expect(toneDbfs(middle, sampleRateHz, heardHz)).toBeGreaterThan(loudDbfs);
        expect(toneDbfs(middle, sampleRateHz, otherHz)).toBeLessThan(silentDbfs);
      }
    },
    30_000,
  );

  it.each([
    ['remote', remoteHz],
    ['local', localHz],
  ] as const)('becomes a WAV file of one voice: %s', async (voices, toneHz) => {
    const bytes = await convert('wav', voices);
    expect(parseWavHeader(bytes)).toEqual({
      sampleRateHz,
      channels: 1,
      dataBytes: sampleRateHz * durationS * 2,
    });
    const samples = Float32Array.from(
      new Int16Array(bytes.buffer, wavHeaderBytes),
      (value) => value / 32_768,
    );
    expect(toneDbfs(samples, sampleRateHz, toneHz)).toBeGreaterThan(loudDbfs);
  });

  it('that is gone is said to be gone', async () => {
    const making = exporter.convert(goneFile, { format: 'wav', voices: 'both' }, () => undefined, never);
    await expect(making).rejects.toMatchObject({
      detail: { code: 'recording/file-gone' },
    });
  });

  it('that is no WAV file is not converted', async () => {
    const text = () => Promise.resolve(opened(new Blob(['x'.repeat(1000)])));
    const making = exporter.convert(text, { format: 'flac', voices: 'both' }, () => undefined, never);
    await expect(making).rejects.toMatchObject({ detail: { code: 'recording/not-convertible' } });
  });

  it('is left alone once the person stops it', async () => {
    const stop = new AbortController();
    const making = exporter.convert(open, { format: 'mp3', voices: 'both' }, () => stop.abort(), stop.signal);
    await expect(making).rejects.toMatchObject({ name: 'AbortError' });
  });
});

describe('many recordings', () => {
  const entry = (name: string) => ({ name, atMs: 1_700_000_000_000, bytes: recording().size, open });

  it('become one ZIP with each of them as it is', async () => {
    const names = ['2026-11-23 20.38 Bob.wav', '2026-11-23 20.38 Zoë.wav'];
    const made = await exporter.zip(names.map(entry), () => undefined, never);
    const bytes = new Uint8Array(await (await fetch(made.url)).arrayBuffer());
    made.release();
    const text = new TextDecoder().decode(bytes);
    for (const name of names) expect(text.split(name)).toHaveLength(3);
    // The first file begins after its local header (APPNOTE 4.3.7): 30 bytes and its name.
    const at = 30 + new TextEncoder().encode(names[0]).length;
    const first = bytes.slice(at, at + recording().size);
    const { left, right } = decodeStereoWav(first);
    expect(toneDbfs(left, sampleRateHz, remoteHz)).toBeGreaterThan(loudDbfs);
    expect(toneDbfs(right, sampleRateHz, localHz)).toBeGreaterThan(loudDbfs);
  });

  it('of which some are gone become a ZIP of the others, and which they were is told', async () => {
    const unopened = () => Promise.reject(new Error('not on this device any more'));
    const entries = [
      { ...entry('a.wav'), open: unopened },
      { ...entry('b.wav'), open: goneFile },
      entry('c.wav'),
    ];
    const made = await exporter.zip(entries, () => undefined, never);
    const text = await (await fetch(made.url)).text();
    made.release();
    expect(made.missing).toEqual(['a.wav', 'b.wav']);
    expect(text.split('c.wav')).toHaveLength(3);
    expect(text).not.toContain('b.wav');
  });

  it('of which all are gone become none', async () => {
    const making = exporter.zip([{ ...entry('b.wav'), open: goneFile }], () => undefined, never);
    await expect(making).rejects.toMatchObject({ detail: { code: 'recording/file-gone' } });
  });
});
