import { describe, expect, it } from 'vitest';
import type { StoredRecording } from '#core/upload/stored-recording.ts';
import { asRecordingId } from '#core/shared/ids.ts';
import { startServerProcess } from '../testing/server-process.ts';
import { recordingMeta, wavFile } from '../testing/recordings.ts';
import { startStoreServer } from '../testing/store-server.ts';
import { refusalOf, uploadWithTus } from '../testing/tus-upload.ts';
import { openUploadFile, type OpenUploadFile } from './upload-file.ts';

const noRoom = { status: 507, sentence: 'The recording server has no room left.' };

/** A disk on which `freeBytes` can still be written; more when somebody makes room. */
function createTightDisk(freeBytes: number) {
  let free = freeBytes;
  const openFile: OpenUploadFile = async (path, start) => {
    const file = await openUploadFile(path, start);
    return {
      async append(chunk) {
        const fitting = chunk.subarray(0, free);
        free -= fitting.byteLength;
        await file.append(fitting);
        if (fitting.byteLength === chunk.byteLength) return;
        throw Object.assign(new Error('ENOSPC: no space left on device, write'), { code: 'ENOSPC' });
      },
      close: () => file.close(),
    };
  };
  return { openFile, makeRoom: () => (free = Number.POSITIVE_INFINITY) };
}

describe('a full disk', () => {
  it('refuses what does not fit, keeps what it has, and goes on when there is room again', async () => {
    const disk = createTightDisk(100_000);
    const server = await startStoreServer({ openFile: disk.openFile });
    try {
      const small = recordingMeta({ recordingId: asRecordingId('small') });
      await uploadWithTus(server.origin, small, wavFile(10));
      const large = recordingMeta({ recordingId: asRecordingId('large') });
      const file = wavFile(100_000);
      let uploadUrl = '';
      const attempt = uploadWithTus(server.origin, large, file, {}, (url) => {
        uploadUrl = url;
      });
      expect(await refusalOf(attempt)).toEqual(noRoom);

      const listing = await fetch(`${server.origin}/recordings`);
      const { recordings } = (await listing.json()) as { recordings: StoredRecording[] };
      expect(recordings.map(({ recordingId }) => recordingId)).toEqual(['small']);

      disk.makeRoom();
      await uploadWithTus(server.origin, large, file, { uploadUrl });
      const stored = await fetch(`${server.origin}/recordings/large`);
      expect(Buffer.from(await stored.arrayBuffer())).toEqual(file);
    } finally {
      await server.close();
    }
  });

  it('answers 507 to a client that goes on sending', async () => {
    const server = await startStoreServer({ openFile: createTightDisk(100_000).openFile });
    try {
      const upload = uploadWithTus(server.origin, recordingMeta(), wavFile(10_000_000));
      expect(await refusalOf(upload)).toEqual(noRoom);
    } finally {
      await server.close();
    }
  });

  it('is told apart when the system itself refuses to write', async () => {
    const server = await startServerProcess({ fileBlocks: 200 });
    try {
      const small = recordingMeta({ recordingId: asRecordingId('small') });
      await uploadWithTus(server.origin, small, wavFile(10));
      expect(await refusalOf(uploadWithTus(server.origin, recordingMeta(), wavFile(200_000)))).toEqual(
        noRoom,
      );
      const listing = await fetch(`${server.origin}/recordings`);
      expect(await listing.json()).toMatchObject({ recordings: [{ recordingId: 'small' }] });
    } finally {
      await server.close();
    }
  });

  it('refuses an upload that it cannot even begin', async () => {
    const server = await startServerProcess({ fileBlocks: 0 });
    try {
      expect(await refusalOf(uploadWithTus(server.origin, recordingMeta(), wavFile(10)))).toEqual(noRoom);
      expect((await fetch(`${server.origin}/recordings`)).status).toBe(200);
    } finally {
      await server.close();
    }
  });
});
