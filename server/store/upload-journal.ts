import { readFile, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Configstore } from '@tus/file-store';
import type { Upload } from '@tus/server';
import { storedNameOfUpload } from './recording-id.ts';
import { errorCode } from './refusal.ts';
import { writeFileAtomically } from './write-file-atomically.ts';

/** What is known of each unfinished upload: one JSON file each, never half written. */
export interface UploadJournal extends Configstore {
  readonly list: () => Promise<string[]>;
}

export function createUploadJournal(directory: string): UploadJournal {
  const pathOf = (uploadId: string): string => {
    if (storedNameOfUpload(uploadId) === null) throw new Error('This is not the name of an upload.');
    return join(directory, `${uploadId}.json`);
  };
  return {
    async get(uploadId) {
      try {
        return JSON.parse(await readFile(pathOf(uploadId), 'utf8')) as Upload;
      } catch (error) {
        if (errorCode(error) === 'ENOENT') return undefined;
        throw error;
      }
    },
    set: (uploadId, upload) => writeFileAtomically(pathOf(uploadId), JSON.stringify(upload)),
    delete: (uploadId) => rm(pathOf(uploadId), { force: true }),
    async list() {
      const names = await readdir(directory);
      return names
        .filter((name) => name.endsWith('.json'))
        .map((name) => name.slice(0, -'.json'.length))
        .filter((uploadId) => storedNameOfUpload(uploadId) !== null);
    },
  };
}
