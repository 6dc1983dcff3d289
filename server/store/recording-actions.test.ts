import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { createPeakMeter, encodePeaks } from '#core/recording/peaks.ts';
import { trashMs } from '#core/recording/trash.ts';
import type { StoredRecording } from '#core/upload/stored-recording.ts';
import { recordingMeta, wavFile } from '../testing/recordings.ts';
import { startStoreServer, type StoreServer } from '../testing/store-server.ts';
import { uploadWithTus } from '../testing/tus-upload.ts';

const file = wavFile(5000);
let server: StoreServer;
beforeEach(async () => {
  server = await startStoreServer({ allowedOrigins: ['https://desk.example'] });
  await uploadWithTus(server.origin, recordingMeta(), file);
});
afterEach(() => server.close());

const ask = (method: string, path: string, init: RequestInit = {}) =>
  fetch(`${server.origin}/recordings/${path}`, { method, ...init });
const list = async (): Promise<readonly StoredRecording[]> => {
  const response = await fetch(`${server.origin}/recordings`);
  return ((await response.json()) as { recordings: StoredRecording[] }).recordings;
};
const descriptionPath = () => join(server.dataDirectory, 'recordings', 'rec-1.json');

describe('the peaks of a stored recording', () => {
  const expected = (() => {
    const meter = createPeakMeter(8000);
    meter.push(file.subarray(44));
    return Buffer.from(encodePeaks(meter.read()));
  })();
  const read = async () => Buffer.from(await (await ask('GET', 'rec-1/peaks')).arrayBuffer());

  it('are those of the file', async () => {
    expect(await read()).toEqual(expected);
  });

  it('are measured again where they were not kept, or not well, and then kept', async () => {
    const path = join(server.dataDirectory, 'recordings', 'rec-1.peaks.json');
    await rm(path);
    expect(await read()).toEqual(expected);
    const kept = await readFile(path, 'utf8');
    await writeFile(path, kept.slice(0, 5));
    expect(await read()).toEqual(expected);
    expect(await readFile(path, 'utf8')).toBe(kept);
  });

  it('are not there where the file is gone', async () => {
    const [audio = ''] = await readdir(join(server.dataDirectory, 'audio'));
    await rm(join(server.dataDirectory, 'audio', audio));
    await rm(join(server.dataDirectory, 'recordings', 'rec-1.peaks.json'));
    expect((await ask('GET', 'rec-1/peaks')).status).toBe(404);
    expect((await ask('GET', 'nobody/peaks')).status).toBe(404);
  });
});

describe('notes', () => {
  it('are kept with the recording, without what cannot be seen', async () => {
    expect((await list())[0]).toMatchObject({ notes: '', allows: ['peaks', 'notes', 'delete'] });
    const written = await ask('PUT', 'rec-1/notes', { body: 'Größe\u0000 ok\nsecond line ' });
    expect(written.status).toBe(204);
    await server.restart();
    expect((await list())[0]?.notes).toBe('Größe ok\nsecond line');
  });

  it('are refused when they are far too long', async () => {
    expect((await ask('PUT', 'rec-1/notes', { body: 'x'.repeat(13_000) })).status).toBe(413);
    expect((await list())[0]?.notes).toBe('');
  });
});

describe('a recording that is deleted', () => {
  it('is gone at once, and there again when it is brought back', async () => {
    expect((await ask('DELETE', 'rec-1')).status).toBe(204);
    expect(await list()).toEqual([]);
    for (const path of ['rec-1', 'rec-1/peaks']) expect((await ask('GET', path)).status).toBe(404);
    expect((await ask('PUT', 'rec-1/notes', { body: 'x' })).status).toBe(405);
    await server.restart();
    expect(await list()).toEqual([]);
    expect((await ask('POST', 'rec-1/restore')).status).toBe(204);
    expect(await list()).toHaveLength(1);
    expect(Buffer.from(await (await ask('GET', 'rec-1')).arrayBuffer())).toEqual(file);
  });

  it('is removed with its bytes a day later', async () => {
    await ask('DELETE', 'rec-1');
    const description = JSON.parse(await readFile(descriptionPath(), 'utf8')) as object;
    const yesterday = { ...description, deletedAtMs: Date.now() - trashMs };
    await server.restart();
    expect(await readdir(join(server.dataDirectory, 'audio'))).toHaveLength(1);
    await writeFile(descriptionPath(), JSON.stringify(yesterday));
    await server.restart();
    expect(await readdir(join(server.dataDirectory, 'audio'))).toEqual([]);
    expect(await readdir(join(server.dataDirectory, 'recordings'))).toEqual([]);
    expect((await ask('POST', 'rec-1/restore')).status).toBe(405);
  });

  it('may be asked for twice', async () => {
    await ask('DELETE', 'rec-1');
    const before = await readFile(descriptionPath(), 'utf8');
    expect((await ask('DELETE', 'rec-1')).status).toBe(204);
    expect(await readFile(descriptionPath(), 'utf8')).toBe(before);
  });

  it('does not exist on a server that keeps every recording', async () => {
    await server.restart({ allowDelete: false });
    expect((await ask('DELETE', 'rec-1')).status).toBe(403);
    expect((await list())[0]?.allows).toEqual(['peaks', 'notes']);
  });

  it.each([
    ['DELETE', 'rec-1'],
    ['PUT', 'rec-1/notes'],
    ['POST', 'rec-1/restore'],
  ])('needs a page that may: %s %s', async (method, path) => {
    const foreign = await ask(method, path, { headers: { origin: 'https://elsewhere.example' } });
    expect(foreign.status).toBe(403);
    await server.restart({ recordingToken: 'secret' });
    expect((await ask(method, path)).status).toBe(401);
    const shown = await ask(method, path, { headers: { authorization: 'Bearer secret' } });
    expect(shown.status).toBe(204);
  });
});
