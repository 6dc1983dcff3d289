import type { Readable } from 'node:stream';
import { DataStore, Upload } from '@tus/server';
import { acceptUpload } from './accept-upload.ts';
import type { AudioBackend } from './backend.ts';
import {
  parseAnnouncedCodecs,
  parseAnnouncedSha256,
  parseMetadata,
  type AnnouncedMetadata,
} from './parse-metadata.ts';
import { storedName, storedNameOfUpload } from './recording-id.ts';
import { Refusal, toRefusal } from './refusal.ts';
import type { StoredPeaks } from './stored-peaks.ts';
import type { StoredEntry, StoredRecordings } from './stored-recordings.ts';
import { createWorkInHand } from './work-in-hand.ts';

/**
 * A backend's uploads, with what this store needs beside them: a complete upload is accepted before anyone is told that
 * it is complete, and an accepted one keeps answering as complete (a client that missed the last answer asks for it).
 */
export class AcceptingStore extends DataStore {
  readonly #audio: AudioBackend;
  readonly #recordings: StoredRecordings;
  readonly #peaks: Pick<StoredPeaks, 'keep'>;
  /** Acceptances under way, one at a time per stored name. */
  readonly #acceptances = new Map<string, Promise<unknown>>();
  /** @tus/server leaves a write whose connection is gone to itself. */
  readonly #work = createWorkInHand();

  constructor(audio: AudioBackend, recordings: StoredRecordings, peaks: Pick<StoredPeaks, 'keep'>) {
    super();
    this.#audio = audio;
    this.#recordings = recordings;
    this.#peaks = peaks;
    this.extensions = audio.uploads.extensions;
  }

  override async create(upload: Upload): Promise<Upload> {
    if (this.#findStored(upload.id) !== null) return upload;
    try {
      return await this.#work.run(() => this.#audio.uploads.create(upload));
    } catch (error) {
      await this.#audio.discard(upload.id).catch(() => undefined);
      throw error;
    }
  }

  override async write(readable: Readable, uploadId: string, offset: number): Promise<number> {
    const stored = this.#findStored(uploadId);
    if (stored !== null) return stored.bytes;
    return this.#work.run(() => this.#audio.uploads.write(readable, uploadId, offset));
  }

  override async getUpload(uploadId: string): Promise<Upload> {
    const stored = this.#findStored(uploadId);
    if (stored !== null) return completeUpload(stored);
    const upload = await this.#audio.uploads.getUpload(uploadId);
    if (upload.size === undefined || upload.offset < upload.size) return upload;
    return completeUpload(await this.accept(uploadId, upload.metadata));
  }

  override async declareUploadLength(uploadId: string, bytes: number): Promise<void> {
    await this.#work.run(() => this.#audio.uploads.declareUploadLength(uploadId, bytes));
  }

  override async remove(uploadId: string): Promise<void> {
    if (this.#findStored(uploadId) !== null)
      throw new Refusal(403, 'A stored recording cannot be taken back.');
    await this.#audio.uploads.getUpload(uploadId);
    await this.#work.run(() => this.#audio.discard(uploadId));
  }

  override getExpiration(): number {
    return this.#audio.uploads.getExpiration();
  }

  /**
   * Takes the description of an unfinished upload anew: one that was begun while its call ran did not know it all
   * (`core/upload/upload-wire.ts`). Rejects with a Refusal 400 when it is of another recording or makes no sense.
   */
  async describeAgain(uploadId: string, metadata: AnnouncedMetadata): Promise<void> {
    const { recordingId } = parseMetadata(metadata);
    const isSn3 = parseAnnouncedCodecs(metadata) !== null;
    if (storedName(recordingId, isSn3) !== storedNameOfUpload(uploadId)) {
      throw new Refusal(400, 'The upload was refused: it is of another recording.');
    }
    parseAnnouncedSha256(metadata);
    if (this.#findStored(uploadId) !== null) return;
    await this.#work.run(() => this.#audio.describe(uploadId, metadata));
  }

  /** Lets nothing more be written; resolves when nothing is. A complete upload is accepted at the next start. */
  close(): Promise<void> {
    return this.#work.close();
  }

  /**
   * Makes a stored recording of an upload whose last byte is there. One that can never become a recording is removed.
   * Rejects with a Refusal.
   */
  async accept(uploadId: string, metadata: Upload['metadata']): Promise<StoredEntry> {
    const name = storedNameOfUpload(uploadId) ?? '';
    const before = this.#acceptances.get(name) ?? Promise.resolve();
    const acceptance = before
      .catch(() => undefined)
      .then(() => this.#work.run(() => this.#acceptNow(uploadId, metadata)));
    this.#acceptances.set(name, acceptance);
    try {
      return await acceptance;
    } finally {
      if (this.#acceptances.get(name) === acceptance) this.#acceptances.delete(name);
    }
  }

  async #acceptNow(uploadId: string, metadata: Upload['metadata']): Promise<StoredEntry> {
    try {
      const meta = parseMetadata(metadata);
      const sha256 = parseAnnouncedSha256(metadata);
      const codecs = parseAnnouncedCodecs(metadata);
      const upload = { uploadId, meta, sha256, codecs };
      const entry = await acceptUpload(upload, this.#audio, this.#recordings, this.#peaks);
      await this.#audio.settle(uploadId).catch(() => undefined);
      return entry;
    } catch (error) {
      const refusal = toRefusal(error);
      if (refusal.status_code < 500) await this.#audio.discard(uploadId);
      throw refusal.status_code === 500 ? error : refusal;
    }
  }

  #findStored(uploadId: string): StoredEntry | null {
    const name = storedNameOfUpload(uploadId);
    const entry = name === null ? null : this.#recordings.find(name);
    return entry?.uploadId === uploadId ? entry : null;
  }
}

function completeUpload({ uploadId, bytes }: StoredEntry): Upload {
  return new Upload({ id: uploadId, size: bytes, offset: bytes });
}
