import { mkdir, open, readFile, readdir, rm, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import type { AudioBackend, Backend, Descriptions } from './backend.ts';
import { DiskUploads } from './disk-uploads.ts';
import { parseStoredName } from './recording-id.ts';
import { errorCode } from './refusal.ts';
import { openUploadFile, type OpenUploadFile } from './upload-file.ts';
import { createUploadJournal } from './upload-journal.ts';
import { writeFileAtomically } from './write-file-atomically.ts';

/** Keeps everything in a directory of this disk, which is made when it is missing. Rejects with the system's error. */
export async function openDiskBackend(
  dataDirectory: string,
  expiryMs: number,
  openFile: OpenUploadFile = openUploadFile,
): Promise<Backend> {
  const [audio, uploads, recordings] = ['audio', 'uploads', 'recordings'].map((name) =>
    join(dataDirectory, name),
  ) as [string, string, string];
  for (const directory of [audio, uploads, recordings]) await mkdir(directory, { recursive: true });
  return { audio: createAudio(audio, uploads, expiryMs, openFile), descriptions: createTexts(recordings) };
}

function createAudio(
  audioDirectory: string,
  uploadDirectory: string,
  expiryMs: number,
  openFile: OpenUploadFile,
): AudioBackend {
  const journal = createUploadJournal(uploadDirectory);
  const uploads = new DiskUploads(audioDirectory, journal, expiryMs, openFile);
  return {
    uploads,
    listUploads: journal.list,
    async describe(uploadId, metadata) {
      const upload = await journal.get(uploadId);
      if (upload !== undefined) await journal.set(uploadId, Object.assign(upload, { metadata }));
    },
    async open(uploadId) {
      const file = await openIfThere(uploads.pathOf(uploadId));
      if (file === null) return null;
      return {
        bytes: (await file.stat()).size,
        read: (start, end) => Promise.resolve(file.createReadStream({ start, end, autoClose: false })),
        close: () => file.close(),
      };
    },
    async seal(uploadId, head) {
      const file = await open(uploads.pathOf(uploadId), 'r+');
      try {
        if (head !== null) await file.write(head, 0, head.byteLength, 0);
        await file.sync();
      } finally {
        await file.close();
      }
    },
    settle: (uploadId) => journal.delete(uploadId),
    discard: (uploadId) => uploads.remove(uploadId),
  };
}

const createTexts = (directory: string): Descriptions => {
  const pathOf = (name: string) => join(directory, `${name}.json`);
  return {
    async list() {
      const names = await readdir(directory);
      return names
        .filter((name) => name.endsWith('.json'))
        .map((name) => parseStoredName(name.slice(0, -'.json'.length)))
        .filter((name) => name !== null);
    },
    read: (name) => readFile(pathOf(name), 'utf8'),
    write: (name, text) => writeFileAtomically(pathOf(name), text),
    remove: (name) => rm(pathOf(name), { force: true }),
  };
};

async function openIfThere(path: string): Promise<FileHandle | null> {
  try {
    return await open(path, 'r');
  } catch (error) {
    if (errorCode(error) === 'ENOENT') return null;
    throw error;
  }
}
