import { mkdtemp, readdir, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Readable } from 'node:stream';
import fc from 'fast-check';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from 'vitest';
import { silentLogger } from '#core/shared/logger.ts';
import { asRecordingId } from '#core/shared/ids.ts';
import type { StoredRecording } from '#core/upload/stored-recording.ts';
import { toUploadMetadata } from '#core/upload/upload-wire.ts';
import { createSidetoneServer } from '../sidetone-server.ts';
import { recordingMeta, sha256Of, streamedSizes, wavFile } from '../testing/recordings.ts';
import { startStoreServer, type StoreServer } from '../testing/store-server.ts';
import { startSwiftS3, type SwiftS3 } from '../testing/swift-s3.ts';
import {
  createOpenUpload,
  createUpload,
  endOfUpload,
  refusalOf,
  sendPart,
  uploadOffset,
  uploadWithTus,
} from '../testing/tus-upload.ts';
import { S3Uploads } from './s3-uploads.ts';

let swift: SwiftS3;
let server: StoreServer;
beforeAll(async () => {
  swift = await startSwiftS3();
});
afterAll(() => swift.close());
beforeEach(async () => {
  server = await startStoreServer({ s3: swift.settings });
});
afterEach(async () => {
  await server.close();
  await swift.clear();
});

const mebibyte = 1024 * 1024;
/** More than two parts. */
const large = wavFile(3 * mebibyte);
const small = wavFile(10_000);
const announced = (file: Buffer, meta = recordingMeta()) => ({
  ...toUploadMetadata(meta),
  sha256: sha256Of(file),
});
const listed = async () => {
  const answer = await fetch(`${server.origin}/recordings`);
  return ((await answer.json()) as { recordings: StoredRecording[] }).recordings;
};
const fetched = async (id = 'rec-1') =>
  Buffer.from(await (await fetch(`${server.origin}/recordings/${id}`)).arrayBuffer());
const urlOf = (answer: Response) => new URL(answer.headers.get('location') ?? '', server.origin).href;

/** Sends the rest of a file, or of what there is of one, and the last words of its upload where there are any. Returns the status. */
async function send(url: string, file: Buffer, lastWords = ''): Promise<number> {
  const socket = await sendPart(url, file, await uploadOffset(url), file.byteLength, lastWords);
  const answer = await new Promise<string>((resolve) =>
    socket.once('data', (data) => resolve(String(data))).once('close', () => resolve('')),
  );
  socket.destroy();
  return Number(/^HTTP\/1\.1 (\d+)/.exec(answer)?.[1]);
}

describe('a store on S3', () => {
  it('keeps a recording, its description and its peaks there, and nothing else anywhere', async () => {
    await uploadWithTus(server.origin, recordingMeta(), large, {
      chunkSize: 5 * mebibyte,
      metadata: announced(large),
    });
    expect(await listed()).toMatchObject([{ recordingId: 'rec-1', sha256: sha256Of(large) }]);
    const [audio, ...beside] = (await swift.list()).toSorted((a, b) => b.length - a.length);
    expect(beside.toSorted()).toEqual(['rec-1.json', 'rec-1.peaks.json']);
    expect(sha256Of(await swift.read(audio ?? ''))).toBe(sha256Of(large));
    expect(await readdir(server.dataDirectory)).toEqual([]);
  });

  it('gives it out whole and in ranges, also to the next server', async () => {
    await uploadWithTus(server.origin, recordingMeta(), large);
    await server.restart();
    expect(await listed()).toHaveLength(1);
    expect(sha256Of(await fetched())).toBe(sha256Of(large));
    const answer = await fetch(`${server.origin}/recordings/rec-1`, {
      headers: { range: 'bytes=6000000-6000099' },
    });
    expect(answer.status).toBe(206);
    expect(answer.headers.get('content-range')).toBe(`bytes 6000000-6000099/${large.byteLength}`);
    expect(Buffer.from(await answer.arrayBuffer())).toEqual(large.subarray(6_000_000, 6_000_100));
  });

  it('gives the same bytes, wherever a connection was cut', async () => {
    let count = 0;
    const file = wavFile(1.5 * mebibyte);
    const somewhere = fc.nat({ max: file.byteLength });
    await fc.assert(
      fc.asyncProperty(fc.array(somewhere, { minLength: 1, maxLength: 3 }), async (cuts) => {
        const meta = recordingMeta({ recordingId: asRecordingId(`rec-${(count += 1)}`) });
        const uploadUrl = urlOf(await createUpload(server.origin, file, announced(file, meta)));
        for (const cut of cuts.toSorted((a, b) => a - b)) {
          const offset = await uploadOffset(uploadUrl);
          if (cut > offset) (await sendPart(uploadUrl, file, offset, cut)).destroy();
        }
        await uploadWithTus(server.origin, meta, file, { uploadUrl, retryDelays: [0, 50, 200] });
        expect(sha256Of(await fetched(meta.recordingId))).toBe(sha256Of(file));
      }),
      { numRuns: 5 },
    );
  });

  it('goes on with an upload after a restart', async () => {
    const uploadUrl = urlOf(await createUpload(server.origin, large, announced(large)));
    await send(uploadUrl, large.subarray(0, 7_000_000));
    await server.restart();
    expect(await uploadOffset(uploadUrl)).toBe(7_000_000);
    await uploadWithTus(server.origin, recordingMeta(), large, { uploadUrl });
    expect(sha256Of(await fetched())).toBe(sha256Of(large));
  });

  it.each([
    ['one part', small],
    ['several parts', large],
  ])('gives a recording of %s that was sent while it grew its true sizes', async (_what, whole) => {
    const growing = wavFile((whole.byteLength - 44) / 4, streamedSizes);
    const url = urlOf(await createOpenUpload(server.origin, toUploadMetadata(recordingMeta())));
    for (const part of [0.3, 0.7]) {
      const soFar = growing.subarray(0, 44 + Math.floor((whole.byteLength * part) / 4) * 4);
      expect(await send(url, soFar)).toBe(204);
    }
    expect(await send(url, whole, endOfUpload(whole, announced(whole)))).toBe(204);
    expect(sha256Of(await fetched())).toBe(sha256Of(whole));
    const audio = (await swift.list()).find((name) => name.endsWith('.wav'));
    expect(sha256Of(await swift.read(audio ?? ''))).toBe(sha256Of(whole));
  });

  it('refuses other bytes than the announced ones, and keeps nothing of them', async () => {
    const damaged = Buffer.from(small);
    damaged[9000] = (damaged[9000] ?? 0) ^ 1;
    const upload = uploadWithTus(server.origin, recordingMeta(), damaged, { metadata: announced(small) });
    expect(await refusalOf(upload)).toMatchObject({ status: 422 });
    expect(await swift.list()).toEqual([]);
    await uploadWithTus(server.origin, recordingMeta(), small, { metadata: announced(small) });
    expect(await fetched()).toEqual(small);
  });

  it('forgets an upload that is given up', async () => {
    const url = urlOf(await createUpload(server.origin, small, announced(small)));
    await send(url, small.subarray(0, 20_000));
    expect(await swift.list()).toHaveLength(2);
    const headers = { 'tus-resumable': '1.0.0' };
    expect((await fetch(url, { method: 'DELETE', headers })).status).toBe(204);
    expect(await swift.list()).toEqual([]);
    expect((await fetch(url, { method: 'HEAD', headers })).status).toBe(404);
  });

  it('that another server left between the last byte and the description has the recording at its start', async () => {
    const url = urlOf(await createUpload(server.origin, small, announced(small)));
    const uploadId = url.split('/').at(-1) ?? '';
    await new S3Uploads(swift.settings, 1000).write(Readable.from([small]), uploadId, 0);
    expect(await listed()).toEqual([]);
    await server.restart();
    expect(await listed()).toMatchObject([{ recordingId: 'rec-1', sha256: sha256Of(small) }]);
    expect((await swift.list()).toSorted()).toEqual([
      expect.stringMatching(/^rec-1\..+\.wav$/),
      'rec-1.json',
      'rec-1.peaks.json',
    ]);
  });
});

it('a bucket that cannot be read is said in one sentence', async () => {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'sidetone-s3-'));
  const phone = () => Promise.reject(new Error('never asked'));
  const s3 = { ...swift.settings, bucket: 'nowhere' };
  const start = createSidetoneServer({
    port: 0,
    host: '127.0.0.1',
    dataDirectory,
    s3,
    phone,
    logger: silentLogger,
  });
  await expect(start).rejects.toThrow(
    /^S3_BUCKET, nowhere, cannot be read \(NoSuchBucket: .+\): check S3_ENDPOINT/,
  );
  await rm(dataDirectory, { recursive: true });
});
