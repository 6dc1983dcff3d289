import { readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StoredRecording } from '#core/upload/stored-recording.ts';
import { toUploadMetadata } from '#core/upload/upload-wire.ts';
import { recordingMeta, sha256Of, streamedSizes, wavFile } from '../testing/recordings.ts';
import { startStoreServer, type StoreServer } from '../testing/store-server.ts';
import { createUpload, refusalOf, uploadWithTus } from '../testing/tus-upload.ts';

let server: StoreServer;
beforeEach(async () => {
  server = await startStoreServer();
});
afterEach(() => server.close());

const listed = async (): Promise<StoredRecording[]> => {
  const response = await fetch(`${server.origin}/recordings`);
  return ((await response.json()) as { recordings: StoredRecording[] }).recordings;
};
const stored = async (recordingId: string): Promise<Buffer> =>
  Buffer.from(await (await fetch(`${server.origin}/recordings/${recordingId}`)).arrayBuffer());
const create = (file: Buffer, metadata: Readonly<Record<string, string>>) =>
  createUpload(server.origin, file, metadata);

describe('an upload that announces its SHA-256', () => {
  const announced = (file: Buffer) => ({ ...toUploadMetadata(recordingMeta()), sha256: sha256Of(file) });

  it('is stored when its bytes are the announced ones', async () => {
    const file = wavFile(4000);
    await uploadWithTus(server.origin, recordingMeta(), file, { metadata: announced(file) });
    expect(await listed()).toMatchObject([{ sha256: sha256Of(file) }]);
    await server.restart();
    expect(await listed()).toMatchObject([{ sha256: sha256Of(file) }]);
  });

  it('is confirmed with its digest and its place, also to whoever has missed that', async () => {
    const file = wavFile(4000);
    const created = await create(file, announced(file));
    const url = new URL(created.headers.get('location') ?? '', server.origin);
    const tus = { 'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream' };
    const said = ({ headers }: Response) => {
      const place = headers.get('content-location');
      return {
        digest: headers.get('repr-digest'),
        place: place === null ? null : new URL(place, url).pathname,
        exposed: headers.get('access-control-expose-headers'),
      };
    };
    const head = async () => said(await fetch(url, { method: 'HEAD', headers: tus }));
    const patch = async (offset: number, end?: number) => {
      const headers = { ...tus, 'upload-offset': String(offset) };
      const body = new Uint8Array(file.subarray(offset, end));
      return said(await fetch(url, { method: 'PATCH', headers, body }));
    };
    const nothing = { digest: null, place: null };
    expect(await patch(0, 5000)).toMatchObject(nothing);
    expect(await head()).toMatchObject(nothing);
    const confirmed = {
      digest: `sha-256=:${Buffer.from(sha256Of(file), 'hex').toString('base64')}:`,
      place: '/recordings/rec-1',
    };
    expect(await patch(5000)).toMatchObject(confirmed);
    expect(await head()).toMatchObject(confirmed);
    await server.restart();
    const { exposed, ...again } = await head();
    expect(again).toEqual(confirmed);
    expect(exposed).toMatch(/Content-Location.*Repr-Digest/);
  });

  it('is refused and removed when a single bit is another', async () => {
    const file = wavFile(4000);
    const damaged = Buffer.from(file);
    damaged[9000] = (damaged[9000] ?? 0) ^ 1;
    const upload = uploadWithTus(server.origin, recordingMeta(), damaged, { metadata: announced(file) });
    expect(await refusalOf(upload)).toEqual({
      status: 422,
      sentence: 'The recording was refused: its SHA-256 is not the announced one.',
    });
    expect(await listed()).toEqual([]);
    expect(await readdir(join(server.dataDirectory, 'audio'))).toEqual([]);
    await uploadWithTus(server.origin, recordingMeta(), file, { metadata: announced(file) });
    expect(await stored('rec-1')).toEqual(file);
  });

  it('is refused before a byte of it is sent when that is none', async () => {
    const file = wavFile(10);
    const answer = await create(file, { ...toUploadMetadata(recordingMeta()), sha256: 'abc' });
    expect(answer.status).toBe(400);
  });

  it.each([
    ['with the sizes that it had on its way', wavFile(100, streamedSizes)],
    ['with the sizes that the store has written', wavFile(100)],
  ])('and streams its sizes is compared %s, and listed as it is given out', async (_, announcedFile) => {
    await uploadWithTus(server.origin, recordingMeta(), wavFile(100, streamedSizes), {
      metadata: announced(announcedFile),
    });
    expect(await listed()).toMatchObject([{ sha256: sha256Of(await stored('rec-1')) }]);
  });

  it('and was complete, its sizes written, when the server crashed is a recording after the start', async () => {
    const location = (await create(wavFile(100), announced(wavFile(100, streamedSizes)))).headers.get(
      'location',
    );
    const uploadId = location?.split('/').at(-1) ?? '';
    await writeFile(join(server.dataDirectory, 'audio', uploadId), wavFile(100));
    await server.restart();
    expect(await stored('rec-1')).toEqual(wavFile(100));
  });

  it('is not taken for a stored one of other bytes', async () => {
    await uploadWithTus(server.origin, recordingMeta(), wavFile(10));
    const other = wavFile(10);
    other[50] = 1;
    expect((await create(other, announced(other))).status).toBe(409);
    expect((await create(wavFile(10), announced(wavFile(10)))).status).toBe(201);
  });
});
