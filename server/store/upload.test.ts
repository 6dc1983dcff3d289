import { readFile, readdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { StoredRecording } from '#core/upload/stored-recording.ts';
import { toUploadMetadata } from '#core/upload/upload-wire.ts';
import { asRecordingId } from '#core/shared/ids.ts';
import { recordingMeta, sha256Of, streamedSizes, wavFile } from '../testing/recordings.ts';
import { startStoreServer, type StoreServer } from '../testing/store-server.ts';
import { createUpload, refusalOf, sendPart, uploadWithTus } from '../testing/tus-upload.ts';

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

const tusHeaders = { 'tus-resumable': '1.0.0' };
const create = (file: Buffer, metadata = toUploadMetadata(recordingMeta())) =>
  createUpload(server.origin, file, metadata);
const patch = (location: string, offset: number, bytes: Buffer) =>
  fetch(new URL(location, server.origin), {
    method: 'PATCH',
    headers: {
      ...tusHeaders,
      'upload-offset': String(offset),
      'content-type': 'application/offset+octet-stream',
    },
    body: new Uint8Array(bytes),
  });
const head = (location: string) =>
  fetch(new URL(location, server.origin), { method: 'HEAD', headers: tusHeaders });

describe('an upload', () => {
  it('becomes a stored recording', async () => {
    const meta = recordingMeta();
    const file = wavFile(12_000);
    const before = Date.now();
    await uploadWithTus(server.origin, meta, file);
    const [recording, ...others] = await listed();
    expect(others).toEqual([]);
    expect(recording).toEqual({
      ...meta,
      bytes: file.byteLength,
      sha256: sha256Of(file),
      durationMs: 1500,
      storedAtMs: expect.any(Number),
      url: '/recordings/rec-1',
      notes: '',
      allows: ['peaks', 'notes', 'delete'],
    });
    expect(recording?.storedAtMs).toBeGreaterThanOrEqual(before);
    expect(await stored('rec-1')).toEqual(file);
  });

  it('of unknown length, with placeholder sizes, is stored with a correct header', async () => {
    const { riffBytes, dataBytes } = streamedSizes;
    await uploadWithTus(server.origin, recordingMeta(), wavFile(100, { riffBytes, dataBytes }), {
      uploadLengthDeferred: true,
      chunkSize: 150,
    });
    expect(await stored('rec-1')).toEqual(wavFile(100));
  });

  it('goes on where a crash of the server cut it', async () => {
    const file = wavFile(4000);
    const response = await create(file);
    const location = response.headers.get('location') ?? '';
    expect((await patch(location, 0, file.subarray(0, 5000))).status).toBe(204);
    await server.restart();
    expect((await head(location)).headers.get('upload-offset')).toBe('5000');
    await uploadWithTus(server.origin, recordingMeta(), file, {
      uploadUrl: new URL(location, server.origin).href,
    });
    expect(await stored('rec-1')).toEqual(file);
  });

  it('that was complete when the server crashed is a recording after the start', async () => {
    const file = wavFile(4000);
    const broken = await startStoreServer();
    try {
      const response = await createUpload(broken.origin, file, toUploadMetadata(recordingMeta()));
      const uploadId = (response.headers.get('location') ?? '').split('/').at(-1) ?? '';
      await writeFile(join(broken.dataDirectory, 'audio', uploadId), file);
      await broken.restart();
      const answer = await fetch(`${broken.origin}/recordings/rec-1`);
      expect(Buffer.from(await answer.arrayBuffer())).toEqual(file);
    } finally {
      await broken.close();
    }
  });

  it('leaves nothing behind but the audio and its description', async () => {
    await uploadWithTus(server.origin, recordingMeta(), wavFile(10));
    expect(await readdir(join(server.dataDirectory, 'uploads'))).toEqual([]);
    expect(await readdir(join(server.dataDirectory, 'recordings'))).toEqual([
      'rec-1.json',
      'rec-1.peaks.json',
    ]);
    expect(await readdir(join(server.dataDirectory, 'audio'))).toHaveLength(1);
  });

  it('is listed after a restart, newest call first', async () => {
    for (const [id, startedAtMs] of [
      ['old', 1000],
      ['new', 3000],
      ['middle', 2000],
    ] as const) {
      const marks = [{ kind: 'hold', atMs: startedAtMs, durationMs: 10 }] as const;
      const meta = recordingMeta({ recordingId: asRecordingId(id), startedAtMs, marks });
      await uploadWithTus(server.origin, meta, wavFile(10));
    }
    const before = await listed();
    expect(before.map(({ recordingId }) => recordingId)).toEqual(['new', 'middle', 'old']);
    expect(before[0]?.marks).toEqual([{ kind: 'hold', atMs: 3000, durationMs: 10 }]);
    await server.restart();
    expect(await listed()).toEqual(before);
  });

  it('survives a description on the disk that cannot be read', async () => {
    await uploadWithTus(server.origin, recordingMeta(), wavFile(10));
    await writeFile(join(server.dataDirectory, 'recordings', 'half.json'), '{"meta":');
    await server.restart();
    expect(await listed()).toHaveLength(1);
  });

  it('whose last answer was lost is told again that it is complete', async () => {
    const file = wavFile(1000);
    const location = (await create(file)).headers.get('location') ?? '';
    await patch(location, 0, file);
    const answer = await head(location);
    expect(answer.headers.get('upload-offset')).toBe(String(file.byteLength));
    expect(answer.headers.get('upload-length')).toBe(String(file.byteLength));

    const again = await create(file);
    expect(again.status).toBe(201);
    expect(again.headers.get('location')).toBe(location);
    expect((await patch(location, 0, file)).status).toBe(409);
    await uploadWithTus(server.origin, recordingMeta(), file, { retryDelays: [0] });
    expect(await stored('rec-1')).toEqual(file);
  });

  it('of another file for a stored recording is refused', async () => {
    const file = wavFile(1000);
    await uploadWithTus(server.origin, recordingMeta(), file);
    const sentence = 'Another file is already stored for this recording.';
    expect(await refusalOf(uploadWithTus(server.origin, recordingMeta(), wavFile(999)))).toEqual({
      status: 409,
      sentence,
    });
    const otherCall = recordingMeta({ remoteUri: 'sip:mallory@localhost' });
    expect(await refusalOf(uploadWithTus(server.origin, otherCall, file))).toEqual({ status: 409, sentence });
    expect(await stored('rec-1')).toEqual(file);
  });

  it('that races another one of the same recording: one is stored, the other is refused', async () => {
    const files = [wavFile(1000), wavFile(2000)];
    const locations = await Promise.all(
      files.map(async (file) => (await create(file)).headers.get('location') ?? ''),
    );
    const answers = await Promise.all(files.map((file, index) => patch(locations[index] ?? '', 0, file)));
    expect(new Set(answers.map(({ status }) => status))).toEqual(new Set([204, 409]));
    const winner = files[answers.findIndex(({ status }) => status === 204)];
    expect(await stored('rec-1')).toEqual(winner);
    expect(await readdir(join(server.dataDirectory, 'audio'))).toHaveLength(1);
  });

  it('cannot take a stored recording away', async () => {
    const file = wavFile(10);
    const location = (await create(file)).headers.get('location') ?? '';
    await patch(location, 0, file);
    const answer = await fetch(new URL(location, server.origin), { method: 'DELETE', headers: tusHeaders });
    expect(answer.status).toBe(403);
    expect(await stored('rec-1')).toEqual(file);
  });

  it('that is unfinished can be given up', async () => {
    const location = (await create(wavFile(10))).headers.get('location') ?? '';
    const answer = await fetch(new URL(location, server.origin), { method: 'DELETE', headers: tusHeaders });
    expect(answer.status).toBe(204);
    expect((await head(location)).status).toBe(404);
    expect(await readdir(join(server.dataDirectory, 'audio'))).toEqual([]);
  });
});

describe('an upload that cannot be a recording', () => {
  it.each([
    ['it is not a WAV file', Buffer.from('MZ this is a program, not a recording, and that is plain to see')],
    ['its sample rate is not 8000 Hz', wavFile(10, { sampleRateHz: 16_000 })],
    ['its length is not the one that its header gives', wavFile(10, { dataBytes: 400 })],
  ])('is refused for good and removed: %s', async (reason, file) => {
    expect(await refusalOf(uploadWithTus(server.origin, recordingMeta(), file))).toEqual({
      status: 422,
      sentence: `The recording was refused: ${reason}.`,
    });
    expect(await listed()).toEqual([]);
    expect(await readdir(join(server.dataDirectory, 'audio'))).toEqual([]);
    expect(await readdir(join(server.dataDirectory, 'uploads'))).toEqual([]);
  });

  it('is refused before a byte of it is sent when its description is wrong', async () => {
    const metadata = { ...toUploadMetadata(recordingMeta()), recordingId: '../../../tmp/x' };
    const answer = await create(wavFile(10), metadata);
    expect(answer.status).toBe(400);
    expect(await answer.text()).toBe(
      'The upload was refused: recordingId is not 1 to 64 of a-z, 0-9 and -.\n',
    );
  });
});

describe('an upload that is too large', () => {
  beforeEach(() => server.restart({ maxUploadBytes: 10_000 }));

  it('is refused when it announces its length', async () => {
    const answer = await create(wavFile(3000));
    expect(answer.status).toBe(413);
  });

  it('is refused when it grows beyond the bound', async () => {
    const growing = { uploadLengthDeferred: true, chunkSize: 4000 };
    const { status } = await refusalOf(uploadWithTus(server.origin, recordingMeta(), wavFile(3000), growing));
    expect(status).toBe(413);
    expect(await listed()).toEqual([]);
  });
});

it('a call of a whole night is taken', async () => {
  const night = { byteLength: 18 * 3600 * 64_000 };
  const answer = await createUpload(server.origin, night, toUploadMetadata(recordingMeta()));
  expect(answer.status).toBe(201);
});

describe('unfinished uploads', () => {
  it('are removed when they have expired', async () => {
    const location = (await create(wavFile(10))).headers.get('location') ?? '';
    const directory = join(server.dataDirectory, 'uploads');
    const [name = ''] = await readdir(directory);
    const entry: object = JSON.parse(await readFile(join(directory, name), 'utf8'));
    const eightDaysAgo = new Date(Date.now() - 8 * 24 * 60 * 60 * 1000).toISOString();
    await writeFile(join(directory, name), JSON.stringify({ ...entry, creation_date: eightDaysAgo }));
    await server.restart();
    expect((await head(location)).status).toBe(404);
    expect(await readdir(join(server.dataDirectory, 'audio'))).toEqual([]);
    expect(await readdir(directory)).toEqual([]);
  });

  it('that have not expired are kept over a restart', async () => {
    const location = (await create(wavFile(10))).headers.get('location') ?? '';
    await server.restart();
    expect((await head(location)).status).toBe(200);
  });

  it('cannot be read', async () => {
    const location = (await create(wavFile(10))).headers.get('location') ?? '';
    expect((await fetch(new URL(location, server.origin))).status).toBe(405);
  });

  it('survive a client that leaves in the middle of a request', async () => {
    const file = wavFile(50_000);
    const location = (await create(file)).headers.get('location') ?? '';
    const uploadUrl = new URL(location, server.origin).href;
    (await sendPart(uploadUrl, file, 0, 60_000)).destroy();
    await uploadWithTus(server.origin, recordingMeta(), file, {
      uploadUrl,
      retryDelays: [0, 50, 200],
    });
    expect(await stored('rec-1')).toEqual(file);
  });
});

describe('the files on the disk', () => {
  it('describe the recording to a person who looks', async () => {
    await uploadWithTus(server.origin, recordingMeta(), wavFile(10));
    const json = await readFile(join(server.dataDirectory, 'recordings', 'rec-1.json'), 'utf8');
    expect(JSON.parse(json)).toMatchObject({ meta: recordingMeta(), bytes: 84, durationMs: 1 });
  });
});
