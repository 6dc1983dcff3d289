import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { Sn3Codec } from '#core/recording/sn3-codec.ts';
import { packSn3 } from '#core/recording/sn3-pack.ts';
import type { StoredRecording } from '#core/upload/stored-recording.ts';
import { toSn3Metadata } from '#core/upload/upload-wire.ts';
import { recordingMeta, sha256Of, wavFile } from '../testing/recordings.ts';
import { startStoreServer, type StoreServer } from '../testing/store-server.ts';
import { createUpload, refusalOf, uploadWithTus } from '../testing/tus-upload.ts';

let server: StoreServer;
beforeEach(async () => {
  server = await startStoreServer();
});
afterEach(() => server.close());

const meta = recordingMeta();
const codecs: readonly Sn3Codec[] = [
  { direction: 0, name: 'PCMU', clockRateHz: 8000, channels: 1, payloadType: 0, fromByte: 3 },
  { direction: 1, name: 'opus', clockRateHz: 48_000, channels: 2, payloadType: 111, fromByte: 180 },
];
const blob = Buffer.from(
  packSn3(
    Array.from({ length: 50 }, (_, index) => ({
      direction: index % 2 === 0 ? 0 : 1,
      sequenceNumber: index,
      rtpTimestamp: index * 160,
      wallNs: BigInt(index) * 10_000_000n,
      payload: new Uint8Array(160).fill(index + 1),
    })),
  ),
);
const announced = (file: Buffer) => ({ ...toSn3Metadata(meta, codecs), sha256: sha256Of(file) });
const upload = (file: Buffer, metadata: Readonly<Record<string, string>> = announced(file)) =>
  uploadWithTus(server.origin, meta, file, { metadata });
const listed = async () => {
  const response = await fetch(`${server.origin}/recordings`);
  return ((await response.json()) as { readonly recordings: readonly StoredRecording[] }).recordings;
};

describe('encoded frames', () => {
  it('are listed with their recording, and given out as they came', async () => {
    await uploadWithTus(server.origin, meta, wavFile(10));
    expect((await listed())[0]).not.toHaveProperty('sn3');
    await upload(blob);
    const expected = {
      recordingId: 'rec-1',
      url: '/recordings/rec-1',
      sn3: { byteLength: blob.byteLength, codecs, sha256: sha256Of(blob), url: '/recordings/rec-1.sn3' },
    };
    expect(await listed()).toMatchObject([expected]);
    await server.restart();
    expect(await listed()).toMatchObject([expected]);

    const response = await fetch(`${server.origin}/recordings/rec-1.sn3?download`);
    expect(response.headers.get('content-type')).toBe('application/octet-stream');
    expect(response.headers.get('content-disposition')).toBe(
      'attachment; filename="2026-01-02T03-04-05Z-rec-1.sn3"',
    );
    expect(Buffer.from(await response.arrayBuffer())).toEqual(blob);
  });

  it('are not listed without their recording', async () => {
    await upload(blob);
    expect(await listed()).toEqual([]);
    await uploadWithTus(server.origin, meta, wavFile(10));
    expect(await listed()).toMatchObject([{ sn3: { byteLength: blob.byteLength } }]);
  });

  it('are stored once', async () => {
    await upload(blob);
    expect((await createUpload(server.origin, blob, announced(blob))).status).toBe(201);
    const other = { ...announced(blob), ...toSn3Metadata(meta, codecs.slice(1)) };
    expect((await createUpload(server.origin, blob, other)).status).toBe(409);
    expect(await readdir(join(server.dataDirectory, 'audio'))).toHaveLength(1);
  });

  it.each([
    ['a WAV file', wavFile(100)],
    ['a blob whose last frame is cut', blob.subarray(0, -1)],
    ['a blob with something behind it', Buffer.concat([blob, Buffer.from([1])])],
    ['a blob of no frame', Buffer.from('SN3')],
    ['one of the version before', Buffer.concat([Buffer.from('SN2'), blob.subarray(3)])],
  ])('are refused when they are %s', async (_what, file) => {
    expect(await refusalOf(upload(file))).toEqual({
      status: 422,
      sentence: 'The recording was refused: it is no SN3 blob of whole frames.',
    });
    expect(await readdir(join(server.dataDirectory, 'audio'))).toEqual([]);
  });

  it('are refused when they are not the announced ones', async () => {
    const damaged = Buffer.from(blob);
    damaged[100] = 99;
    expect(await refusalOf(upload(damaged, announced(blob)))).toMatchObject({ status: 422 });
  });

  it.each([
    [{ codecs: '' }, 'The upload was refused: codecs names none.'],
    [{ codecs: 'opus' }, 'The upload was refused: codecs names none.'],
    [{ format: 'mp3' }, 'The upload was refused: format is not sn3.'],
  ])('are refused before a byte of them is sent when they are announced as %j', async (change, sentence) => {
    expect(await refusalOf(upload(blob, { ...announced(blob), ...change }))).toEqual({
      status: 400,
      sentence,
    });
  });
});
