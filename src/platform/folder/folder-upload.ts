import { PhoneError } from '#core/errors/phone-error.ts';
import type { RecordingMeta } from '#core/recording/recording-meta.ts';
import type { RecordingId } from '#core/shared/ids.ts';
import type { StoredRecordingsPort } from '#core/upload/stored-recording.ts';
import type { UploadPort, UploadProgress } from '#core/upload/upload-port.ts';
import type { WritableFolder } from './chosen-folder.ts';

/** What it is made of. */
export interface FolderUploadDeps {
  readonly folder: Pick<WritableFolder, 'handle'>;
  /** A recording's file on this device; null when it is gone. */
  readonly readFile: (recordingId: RecordingId) => Promise<Blob | null>;
  /** What a recording's file is called in the folder. Another recording's has another name. */
  readonly nameOf: (meta: RecordingMeta) => string;
}

/** So much is in memory at a time, and is told of as progress. */
const pieceBytes = 8 * 1024 * 1024;

/**
 * Saves recordings to a folder of this device. A file has content only when it has all of it; one that was saved before is
 * written over. Rejects with `folder/*`.
 */
export function createFolderUpload({ folder, readFile, nameOf }: FolderUploadDeps): UploadPort {
  const attempts = new Map<RecordingId, AbortController>();

  const write = async (
    to: FileSystemFileHandle,
    content: Blob,
    signal: AbortSignal,
    onProgress: (progress: UploadProgress) => void,
  ): Promise<void> => {
    const writable = await to.createWritable();
    try {
      for (let at = 0; at < content.size; at += pieceBytes) {
        signal.throwIfAborted();
        await writable.write(content.slice(at, at + pieceBytes));
        onProgress({ sentBytes: Math.min(at + pieceBytes, content.size), totalBytes: content.size });
      }
      signal.throwIfAborted();
      await writable.close();
    } catch (error) {
      await writable.abort().catch(() => undefined);
      throw error;
    }
  };

  return {
    async upload({ meta }, onProgress) {
      const directory = await folder.handle();
      const content = await readFile(meta.recordingId).catch(() => null);
      if (content === null) throw new PhoneError({ code: 'recording/storage-failed' });
      const abort = new AbortController();
      attempts.set(meta.recordingId, abort);
      const name = nameOf(meta);
      try {
        const handle = await directory.getFileHandle(name, { create: true });
        await write(handle, content, abort.signal, onProgress);
        const { size } = await handle.getFile();
        if (size !== content.size) throw new Error(`${String(size)} of ${String(content.size)} bytes`);
      } catch (error) {
        // It may have been locked meanwhile.
        await folder.handle();
        throw toFolderError(error);
      } finally {
        attempts.delete(meta.recordingId);
      }
      return { url: encodeURIComponent(name), objectKey: name, bytes: content.size };
    },
    // A file that is not whole is no use to anybody there.
    sendAhead: () => Promise.resolve(),
    cancel(recordingId) {
      attempts.get(recordingId)?.abort(new PhoneError({ code: 'upload/cancelled' }));
    },
    discard: () => Promise.resolve(),
  };
}

/** What has been saved, for a phone without a recording store: a folder has no list of calls, but gives back each file. */
export function createFolderStored(folder: Pick<WritableFolder, 'handle'>): StoredRecordingsPort {
  return {
    list: () => Promise.resolve([]),
    async open(url) {
      try {
        const directory = await folder.handle();
        const handle = await directory.getFileHandle(decodeURIComponent(url));
        const fileUrl = URL.createObjectURL(await handle.getFile());
        return { url: fileUrl, release: () => URL.revokeObjectURL(fileUrl) };
      } catch (error) {
        throw toFolderError(error);
      }
    },
  };
}

function toFolderError(error: unknown): PhoneError {
  if (error instanceof PhoneError) return error;
  return new PhoneError({ code: 'folder/write-failed', details: String(error) }, error);
}
