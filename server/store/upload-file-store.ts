import { rm } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { FileStore } from '@tus/file-store';
import { ERRORS, Upload } from '@tus/server';
import { acceptUpload } from './accept-upload.ts';
import { parseAnnouncedSha256, parseMetadata, type AnnouncedMetadata } from './parse-metadata.ts';
import { recordingIdOfUpload } from './recording-id.ts';
import { Refusal, toRefusal } from './refusal.ts';
import type { StoredEntry, StoredRecordings } from './stored-recordings.ts';
import { openUploadFile, receiveInto, type OpenUploadFile } from './upload-file.ts';
import type { UploadJournal } from './upload-journal.ts';
import { createWorkInHand } from './work-in-hand.ts';

export interface UploadFileStoreOptions {
  /** Holds the audio of unfinished and of stored recordings alike, so that accepting one moves no bytes. */
  readonly audioDirectory: string;
  readonly journal: UploadJournal;
  readonly recordings: StoredRecordings;
  readonly expiryMs: number;
  readonly openFile?: OpenUploadFile;
}

/**
 * @tus/server's file store, with what this store needs beside it: a complete upload is accepted before anyone is told
 * that it is complete, an accepted one keeps answering as complete (a client that missed the last answer asks for it),
 * and a full disk is told apart from other failures.
 */
export class UploadFileStore extends FileStore {
  readonly #recordings: StoredRecordings;
  readonly #openFile: OpenUploadFile;
  /** Acceptances under way, one at a time per recording. */
  readonly #acceptances = new Map<string, Promise<unknown>>();
  /** @tus/server leaves a write whose connection is gone to itself. */
  readonly #writes = createWorkInHand();

  constructor({ audioDirectory, journal, recordings, expiryMs, openFile }: UploadFileStoreOptions) {
    super({
      directory: audioDirectory,
      configstore: journal,
      expirationPeriodInMilliseconds: expiryMs,
    });
    this.#recordings = recordings;
    this.#openFile = openFile ?? openUploadFile;
  }

  override async create(upload: Upload): Promise<Upload> {
    if (this.#findStored(upload.id) !== null) return upload;
    try {
      return await this.#writes.run(() => super.create(upload));
    } catch (error) {
      await this.#discard(upload.id);
      throw error;
    }
  }

  override async write(readable: Readable, uploadId: string, offset: number): Promise<number> {
    const stored = this.#findStored(uploadId);
    if (stored !== null) return stored.bytes;
    return this.#writes.run(() => this.#append(readable, uploadId, offset));
  }

  async #append(readable: Readable, uploadId: string, offset: number): Promise<number> {
    const file = await this.#openFile(this.audioPath(uploadId), offset);
    return offset + (await receiveInto(file, readable));
  }

  override async getUpload(uploadId: string): Promise<Upload> {
    const stored = this.#findStored(uploadId);
    if (stored !== null) return completeUpload(stored);
    const upload = await super.getUpload(uploadId);
    if (upload.size === undefined || upload.offset < upload.size) return upload;
    return completeUpload(await this.accept(uploadId, upload.metadata));
  }

  override async remove(uploadId: string): Promise<void> {
    if (this.#findStored(uploadId) !== null)
      throw new Refusal(403, 'A stored recording cannot be taken back.');
    if ((await this.configstore.get(uploadId)) === undefined) throw ERRORS.FILE_NOT_FOUND;
    await this.#writes.run(() => this.#discard(uploadId));
  }

  /**
   * Takes the description of an unfinished upload anew: one that was begun while its call ran did not know it all
   * (`core/upload/upload-wire.ts`). Rejects with a Refusal 400 when it is of another recording or makes no sense.
   */
  async describeAgain(uploadId: string, metadata: AnnouncedMetadata): Promise<void> {
    if (parseMetadata(metadata).recordingId !== recordingIdOfUpload(uploadId)) {
      throw new Refusal(400, 'The upload was refused: it is of another recording.');
    }
    parseAnnouncedSha256(metadata);
    await this.#writes.run(async () => {
      const upload = await this.configstore.get(uploadId);
      if (upload === undefined || this.#findStored(uploadId) !== null) return;
      await this.configstore.set(uploadId, Object.assign(upload, { metadata }));
    });
  }

  /** Lets nothing more be written; resolves when nothing is. A complete upload is accepted at the next start. */
  close(): Promise<void> {
    return this.#writes.close();
  }

  /**
   * Makes a stored recording of an upload whose last byte is there. One that can never become a recording is removed.
   * Rejects with a Refusal.
   */
  async accept(uploadId: string, metadata: Upload['metadata']): Promise<StoredEntry> {
    const recordingId = recordingIdOfUpload(uploadId) ?? '';
    const before = this.#acceptances.get(recordingId) ?? Promise.resolve();
    const acceptance = before
      .catch(() => undefined)
      .then(() => this.#writes.run(() => this.#acceptNow(uploadId, metadata)));
    this.#acceptances.set(recordingId, acceptance);
    try {
      return await acceptance;
    } finally {
      if (this.#acceptances.get(recordingId) === acceptance) this.#acceptances.delete(recordingId);
    }
  }

  /** The file that holds an upload's bytes, before and after it is accepted. */
  audioPath(uploadId: string): string {
    if (recordingIdOfUpload(uploadId) === null) throw ERRORS.FILE_NOT_FOUND;
    return join(this.directory, uploadId);
  }

  async #acceptNow(uploadId: string, metadata: Upload['metadata']): Promise<StoredEntry> {
    try {
      const meta = parseMetadata(metadata);
      const sha256 = parseAnnouncedSha256(metadata);
      const path = this.audioPath(uploadId);
      const entry = await acceptUpload({ uploadId, path, meta, sha256 }, this.#recordings);
      await this.configstore.delete(uploadId).catch(() => undefined);
      return entry;
    } catch (error) {
      const refusal = toRefusal(error);
      if (refusal.status_code < 500) await this.#discard(uploadId);
      throw refusal.status_code === 500 ? error : refusal;
    }
  }

  #findStored(uploadId: string): StoredEntry | null {
    const recordingId = recordingIdOfUpload(uploadId);
    const entry = recordingId === null ? null : this.#recordings.find(recordingId);
    return entry?.uploadId === uploadId ? entry : null;
  }

  async #discard(uploadId: string): Promise<void> {
    await rm(this.audioPath(uploadId), { force: true });
    await this.configstore.delete(uploadId).catch(() => undefined);
  }
}

function completeUpload({ uploadId, bytes }: StoredEntry): Upload {
  return new Upload({ id: uploadId, size: bytes, offset: bytes });
}
