import fc from 'fast-check';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { RecordingMeta } from '#core/recording/recording-meta.ts';
import type { StoredRecording } from '#core/upload/stored-recording.ts';
import { asRecordingId } from '#core/shared/ids.ts';
import { toUploadMetadata } from '#core/upload/upload-wire.ts';
import { recordingMeta, sha256Of, streamedSizes, wavFile } from '../testing/recordings.ts';
import { startStoreServer, type StoreServer } from '../testing/store-server.ts';
import { createOpenUpload, endOfUpload, findUpload, sendPart } from '../testing/tus-upload.ts';

let server: StoreServer;
beforeEach(async () => {
  server = await startStoreServer();
});
afterEach(() => server.close());

const frames = 20_000;
const whole = wavFile(frames);
/** The file while it is written: its header does not know the sizes. */
const growing = wavFile(frames, streamedSizes);

/** What the phone knows when the recording has ended. */
const ended = (begun: RecordingMeta): RecordingMeta => ({
  ...begun,
  marks: [{ kind: 'hold', atMs: 100, durationMs: 50 }],
  ending: 'recovered',
});
const lastWords = (meta: RecordingMeta, file: Buffer) => ({
  ...toUploadMetadata(meta),
  sha256: sha256Of(file),
});

async function begin(meta = recordingMeta()): Promise<string> {
  const answer = await createOpenUpload(server.origin, toUploadMetadata(meta));
  return new URL(answer.headers.get('location') ?? '', server.origin).href;
}

/** Sends a file from where the store is up to `end` and breaks the connection; without one, to its end. The status is 0 for a broken one. */
async function send(url: string, file: Buffer, words: string, end: number | null): Promise<number> {
  const { offset, isOpen } = await findUpload(url);
  if (end !== null && end <= offset) return 0;
  const socket = await sendPart(url, file, offset, end ?? file.byteLength, isOpen ? words : '');
  if (end !== null) {
    socket.destroy();
    return 0;
  }
  const answer = await new Promise<string>((resolve) =>
    socket.once('data', (data) => resolve(String(data))).once('close', () => resolve('')),
  );
  socket.destroy();
  return Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);
}

async function stored({
  recordingId,
}: RecordingMeta): Promise<{ file: Buffer; entry: StoredRecording | undefined }> {
  const list = (await (await fetch(`${server.origin}/recordings`)).json()) as {
    recordings: StoredRecording[];
  };
  const answer = await fetch(`${server.origin}/recordings/${recordingId}`);
  return {
    file: Buffer.from(await answer.arrayBuffer()),
    entry: list.recordings.find((entry) => entry.recordingId === recordingId),
  };
}

describe('an upload that was begun while the file grew', () => {
  it('gives the bytes of the finished file, wherever it was cut, and however often', async () => {
    let count = 0;
    const length = fc.nat({ max: frames });
    const part = fc.double({ min: 0, max: 1, noNaN: true });
    // How many frames there are, and how much of that comes through.
    const growth = fc.array(fc.tuple(length, part), { minLength: 1, maxLength: 4 });
    await fc.assert(
      fc.asyncProperty(growth, fc.array(part, { maxLength: 2 }), async (steps, cuts) => {
        const begun = recordingMeta({ recordingId: asRecordingId(`rec-${(count += 1)}`) });
        const meta = ended(begun);
        const url = await begin(begun);
        for (const [there, through] of steps.toSorted(([a], [b]) => a - b)) {
          const soFar = growing.subarray(0, 44 + there * 4);
          await send(url, soFar, '', Math.round(soFar.byteLength * through));
        }
        const words = endOfUpload(whole, lastWords(meta, whole));
        // An upload that was cut within its header cannot be gone on with by a file that has another one.
        const { offset } = await findUpload(url);
        const file = offset > 4 && offset < 44 ? growing : whole;
        for (const cut of cuts) await send(url, file, words, Math.round(file.byteLength * cut));
        // A request that was cut may still be on its way.
        await expect.poll(() => send(url, file, words, null), { timeout: 5000 }).toBe(204);

        const { file: kept, entry } = await stored(meta);
        expect(sha256Of(kept)).toBe(sha256Of(whole));
        expect(entry).toMatchObject({ sha256: sha256Of(whole), marks: meta.marks, ending: 'recovered' });
      }),
      { numRuns: 30 },
    );
  });

  it('is complete with its last words alone, and after a crash of the store', async () => {
    const meta = ended(recordingMeta());
    const url = await begin();
    expect(await send(url, growing, '', null)).toBe(204);
    await server.restart();
    const words = endOfUpload(whole, lastWords(meta, whole));
    expect(await send(url, whole, words, null)).toBe(204);
    expect((await stored(meta)).file).toEqual(whole);
    expect(await findUpload(url)).toEqual({ offset: whole.byteLength, isOpen: false });
  });

  it('is refused when the file became another one meanwhile, and nothing of it is kept', async () => {
    const url = await begin();
    await send(url, growing.subarray(0, 1000), '', null);
    const other = Buffer.from(whole);
    other.writeUInt8(255 - other.readUInt8(500), 500);
    const words = endOfUpload(other, lastWords(recordingMeta(), other));
    expect(await send(url, other, words, null)).toBe(422);
    expect((await stored(recordingMeta())).entry).toBeUndefined();
    expect((await fetch(url, { method: 'HEAD', headers: { 'tus-resumable': '1.0.0' } })).status).toBe(404);
  });

  it.each([
    ['of another recording', recordingMeta({ recordingId: asRecordingId('other') })],
    ['that makes no sense', recordingMeta({ startedAtMs: -1 })],
  ])('takes no description %s', async (_what, meta) => {
    const url = await begin();
    expect(await send(url, whole, endOfUpload(whole, lastWords(meta, whole)), null)).toBe(400);
    expect(await findUpload(url)).toEqual({ offset: 0, isOpen: true });
  });
});
