import { readFile, readdir } from 'node:fs/promises';
import { join } from 'node:path';
import fc from 'fast-check';
import { afterEach, describe, expect, it, vi } from 'vitest';
import type { RecordingMeta } from '#core/recording/recording-meta.ts';
import { asRecordingId } from '#core/shared/ids.ts';
import { toUploadMetadata } from '#core/upload/upload-wire.ts';
import { recordingMeta, sha256Of, wavFile } from '../testing/recordings.ts';
import { startServerProcess } from '../testing/server-process.ts';
import { startStoreServer } from '../testing/store-server.ts';
import { createUpload, sendPart, uploadOffset, uploadWithTus } from '../testing/tus-upload.ts';

const afterwards: (() => Promise<void>)[] = [];
afterEach(async () => {
  for (const close of afterwards.splice(0)) await close();
});

async function createUploadUrl(origin: string, meta: RecordingMeta, file: Buffer): Promise<string> {
  const answer = await createUpload(origin, file, toUploadMetadata(meta));
  return new URL(answer.headers.get('location') ?? '', origin).href;
}

const storedSha256 = async (origin: string, { recordingId }: RecordingMeta): Promise<string> => {
  const answer = await fetch(`${origin}/recordings/${recordingId}`);
  return sha256Of(Buffer.from(await answer.arrayBuffer()));
};

/** The client looks away for a moment where the store still writes what came before. */
const retryDelays = [0, 50, 200];

describe('an upload that breaks', () => {
  it('gives the same bytes, wherever its connection was cut, and however often', async () => {
    const server = await startStoreServer();
    afterwards.push(server.close);
    const file = wavFile(50_000);
    let count = 0;
    const somewhere = fc.nat({ max: file.byteLength });
    await fc.assert(
      fc.asyncProperty(fc.array(somewhere, { minLength: 1, maxLength: 4 }), async (cuts) => {
        const meta = recordingMeta({ recordingId: asRecordingId(`rec-${(count += 1)}`) });
        const uploadUrl = await createUploadUrl(server.origin, meta, file);
        for (const cut of cuts.toSorted((a, b) => a - b)) {
          const offset = await uploadOffset(uploadUrl);
          if (cut > offset) (await sendPart(uploadUrl, file, offset, cut)).destroy();
        }
        await uploadWithTus(server.origin, meta, file, { uploadUrl, retryDelays });
        expect(await storedSha256(server.origin, meta)).toBe(sha256Of(file));
      }),
      { numRuns: 30 },
    );
  });

  it.each([0.1, 0.9])('goes on after kill -9 of the store, with %f of the file sent', async (part) => {
    const server = await startServerProcess();
    afterwards.push(server.close);
    const meta = recordingMeta();
    const file = wavFile(1_000_000);
    const sentBytes = Math.round(file.byteLength * part);
    const uploadUrl = await createUploadUrl(server.origin, meta, file);
    await sendPart(uploadUrl, file, 0, sentBytes);
    const audio = join(server.dataDirectory, 'audio');
    const onDisk = async () => (await readFile(join(audio, (await readdir(audio))[0] ?? ''))).byteLength;
    await vi.waitFor(async () => expect(await onDisk()).toBe(sentBytes), { timeout: 5000 });

    await server.killAndRestart();
    expect(await uploadOffset(uploadUrl)).toBe(sentBytes);
    await uploadWithTus(server.origin, meta, file, { uploadUrl });
    expect(await storedSha256(server.origin, meta)).toBe(sha256Of(file));
  });
});
