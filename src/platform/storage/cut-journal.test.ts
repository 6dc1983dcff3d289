import { expect, it } from 'vitest';
import type { JournalEntry } from '#core/recording/journal.ts';
import type { RecordingMark } from '#core/recording/recording-mark.ts';
import { packSn3 } from '#core/recording/sn3-pack.ts';
import { encodeWavHeader, parseWavHeader, wavHeaderBytes } from '#core/recording/wav.ts';
import { createFakeDisk } from '#testing/fake-disk.ts';
import { buildRecordingMeta, buildSn3Codec } from '#testing/recording-builders.ts';
import { recoverRecording } from './local-recordings.ts';
import { createRecordingFolder } from './recording-folder.ts';

const meta = buildRecordingMeta({ remoteDisplayName: 'Zoë' });
const { recordingId } = meta;
const soundBytes = 1000 * 4;
const frame = {
  direction: 0,
  sequenceNumber: 1,
  rtpTimestamp: 160,
  wallNs: 0n,
  payload: new Uint8Array(160),
};
const packets = packSn3([
  { ...frame, direction: 0 },
  { ...frame, direction: 1 },
]);
const codecs = [buildSn3Codec(), buildSn3Codec({ direction: 1, fromByte: 180 })] as const;
const hold: RecordingMark = { kind: 'hold', atMs: 100, durationMs: null };
const pause: RecordingMark = { kind: 'pause', atMs: 300, durationMs: null };
const held = { ...hold, durationMs: 50 };
const paused = { ...pause, durationMs: 60 };

/** What is written of a call that was held and paused, and what is known of it from then on. */
const written: readonly (readonly [JournalEntry, Readonly<Record<string, unknown>>])[] = [
  [{ kind: 'codec', codec: codecs[0] }, { codecs: [codecs[0]] }],
  [{ kind: 'codec', codec: codecs[1] }, { codecs }],
  [{ kind: 'mark', mark: hold }, { marks: [hold] }],
  [{ kind: 'mark', mark: held }, { marks: [held] }],
  [{ kind: 'mark', mark: pause }, { marks: [held, pause] }],
  [{ kind: 'mark', mark: paused }, { marks: [held, paused] }],
  [{ kind: 'notes', notes: 'Zoë calls back' }, { notes: 'Zoë calls back' }],
  [{ kind: 'finished' }, { ending: undefined }],
];

/** A device with the recording and so much of its journal; the last packet and the last frame are torn. */
async function leave(journal: Uint8Array<ArrayBuffer>, isTorn = true) {
  const disk = createFakeDisk();
  const put = async (suffix: string, bytes: Uint8Array<ArrayBuffer>) =>
    (await disk.open(recordingId + suffix, { create: true })).write(bytes, { at: 0 });
  const sound = new Uint8Array(wavHeaderBytes + soundBytes + (isTorn ? 3 : 0));
  sound.set(encodeWavHeader({ ...meta, dataBytes: null }));
  await put('.wav', sound);
  await put('.sn3', Uint8Array.of(...packets, ...(isTorn ? [0, 0] : [])));
  await put('.journal', journal);
  return createRecordingFolder(() => Promise.resolve(disk));
}

it('a journal with marks, a pause and packets that is cut at any byte leaves a valid recording with what was whole', async () => {
  const writer = await leave(new Uint8Array(0));
  await writer.createJournal(meta);
  const sizes: number[] = [];
  const readJournal = async () =>
    new Uint8Array((await (await writer.read(recordingId, '.journal'))?.arrayBuffer()) ?? []);
  const textBytes = async () => new TextDecoder('latin1').decode(await readJournal()).trimEnd().length;
  sizes.push(await textBytes());
  for (const [entry] of written) {
    await writer.appendJournal(recordingId, entry);
    sizes.push(await textBytes());
  }
  const journal = await readJournal();

  for (let cut = 0; cut <= (sizes.at(-1) ?? 0); cut += 1) {
    const lines = sizes.filter((size) => size <= cut).length;
    const folder = await leave(journal.slice(0, cut), lines < sizes.length);
    const recovered = await recoverRecording(folder, recordingId);
    const known = Object.assign(
      { marks: [], codecs: [], notes: '', ending: 'recovered' },
      ...written.slice(0, Math.max(0, lines - 1)).map(([, change]) => change),
    ) as Readonly<Record<string, unknown>>;

    expect(recovered, `cut at ${String(cut)}`).toMatchObject({
      meta: { recordingId, marks: known['marks'], sampleRateHz: meta.sampleRateHz },
      byteLength: wavHeaderBytes + soundBytes,
      notes: known['notes'],
    });
    expect(recovered?.meta.ending).toBe(known['ending']);
    const sound = await (await folder.read(recordingId, '.wav'))?.arrayBuffer();
    expect(sound?.byteLength).toBe(wavHeaderBytes + soundBytes);
    expect(parseWavHeader(new Uint8Array(sound ?? []))?.dataBytes).toBe(soundBytes);
    // Without its first line nobody can tell what the packets are.
    const described = { byteLength: packets.byteLength, codecs: known['codecs'] };
    expect(recovered?.sn3).toEqual(lines > 0 ? described : null);
    // And so it is at the next start.
    expect(await recoverRecording(folder, recordingId)).toMatchObject({
      meta: { marks: known['marks'] },
      byteLength: wavHeaderBytes + soundBytes,
    });
  }
});
