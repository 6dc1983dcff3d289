import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { FileStore } from '@tus/file-store';
import { ERRORS } from '@tus/server';
import { storedNameOfUpload } from './recording-id.ts';
import { receiveInto, type OpenUploadFile } from './upload-file.ts';
import type { UploadJournal } from './upload-journal.ts';

/** @tus/server's file store, which tells a full disk from other failures, and takes no name but an upload's. */
export class DiskUploads extends FileStore {
  readonly #openFile: OpenUploadFile;

  constructor(directory: string, journal: UploadJournal, expiryMs: number, openFile: OpenUploadFile) {
    super({ directory, configstore: journal, expirationPeriodInMilliseconds: expiryMs });
    this.#openFile = openFile;
  }

  override async write(readable: Readable, uploadId: string, offset: number): Promise<number> {
    const file = await this.#openFile(this.pathOf(uploadId), offset);
    return offset + (await receiveInto(file, readable));
  }

  /** The file that holds an upload's bytes, before and after it is accepted. */
  pathOf(uploadId: string): string {
    if (storedNameOfUpload(uploadId) === null) throw ERRORS.FILE_NOT_FOUND;
    return join(this.directory, uploadId);
  }

  override async remove(uploadId: string): Promise<void> {
    await rm(this.pathOf(uploadId), { force: true });
    await this.configstore.delete(uploadId);
  }
}
