import { PhoneError } from '#core/errors/phone-error.ts';
import type { RecordingFile, RecordingMeta } from '#core/recording/recording-meta.ts';
import { encodeSn3Codecs } from '#core/recording/sn3-codec.ts';
import type { RecordingId } from '#core/shared/ids.ts';
import type { StoredRecordingsPort } from '#core/upload/stored-recording.ts';
import type { UploadedRecording, UploadPort } from '#core/upload/upload-port.ts';
import type { WritableFolder } from './chosen-folder.ts';

/** What it is made of. */
export interface FolderUploadDeps {
  readonly folder: Pick<WritableFolder, 'handle'>;
  /** A recording's file on this device, its sound or its encoded frames; null when it is gone. */
  readonly readFile: (recordingId: RecordingId, suffix: '.wav' | '.sn3') => Promise<Blob | null>;
  /** What a recording's file is called in the folder: `….wav`. Another recording's has another name. */
  readonly nameOf: (meta: RecordingMeta) => string;
}

/** What a file of a recording is called in the folder. */
interface NamedFile {
  readonly name: string;
  readonly content: Blob;
}

/** So much is in memory at a time, and is told of as progress. */
const pieceBytes = 8 * 1024 * 1024;

/**
 * Saves recordings to a folder of this device, encoded frames and what they are beside the sound. A file has content only when it has all of it; one that was saved before is
 * written over. What was written is read again and compared. Rejects with `folder/*`.
 */
export function createFolderUpload({ folder, readFile, nameOf }: FolderUploadDeps): UploadPort {
  const attempts = new Map<RecordingId, AbortController>();

  const write = async (
    to: FileSystemFileHandle,
    content: Blob,
    signal: AbortSignal,
    onProgress: (sentBytes: number) => void,
  ): Promise<void> => {
    const writable = await to.createWritable();
    try {
      for (let at = 0; at < content.size; at += pieceBytes) {
        signal.throwIfAborted();
        await writable.write(content.slice(at, at + pieceBytes));
        onProgress(Math.min(at + pieceBytes, content.size));
      }
      signal.throwIfAborted();
      await writable.close();
    } catch (error) {
      await writable.abort().catch(() => undefined);
      throw error;
    }
    if (!(await isSame(await to.getFile(), content, signal)))
      throw new Error('It is not there as it was written.');
  };

  const read = async (recordingId: RecordingId, suffix: '.wav' | '.sn3'): Promise<Blob> => {
    const content = await readFile(recordingId, suffix).catch(() => null);
    if (content === null) throw new PhoneError({ code: 'recording/storage-failed' });
    return content;
  };

  /** The sound first. */
  const filesOf = async ({ meta, sn3 }: RecordingFile): Promise<NamedFile[]> => {
    const name = nameOf(meta);
    const sound = { name, content: await read(meta.recordingId, '.wav') };
    if (sn3 === null) return [sound];
    const sn3Name = name.replace(/\.wav$/, '.sn3');
    return [
      sound,
      { name: sn3Name, content: await read(meta.recordingId, '.sn3') },
      // What is in it, which it does not say itself.
      { name: `${sn3Name}.txt`, content: new Blob([`${encodeSn3Codecs(sn3.codecs)}\n`]) },
    ];
  };

  /** Does something with the files of a recording, which `cancel` ends. Resolves with where they are then. */
  const attempt = async (
    recording: RecordingFile,
    work: (directory: FileSystemDirectoryHandle, files: NamedFile[], signal: AbortSignal) => Promise<void>,
  ): Promise<UploadedRecording> => {
    const directory = await folder.handle();
    const { recordingId } = recording.meta;
    const abort = new AbortController();
    attempts.set(recordingId, abort);
    try {
      const files = await filesOf(recording);
      await work(directory, files, abort.signal);
      const [sound, sn3] = files;
      return {
        url: encodeURIComponent(sound?.name ?? ''),
        objectKey: sound?.name ?? '',
        bytes: sound?.content.size ?? 0,
        sn3Url: sn3 === undefined ? null : encodeURIComponent(sn3.name),
        isCompared: true,
      };
    } catch (error) {
      // It may have been locked meanwhile.
      await folder.handle();
      throw toFolderError(error);
    } finally {
      attempts.delete(recordingId);
    }
  };

  return {
    upload: (recording, onProgress) =>
      attempt(recording, async (directory, files, signal) => {
        const totalBytes = files.reduce((sum, { content }) => sum + content.size, 0);
        let savedBytes = 0;
        for (const { name, content } of files) {
          const handle = await directory.getFileHandle(name, { create: true });
          await write(handle, content, signal, (sentBytes) =>
            onProgress({ sentBytes: savedBytes + sentBytes, totalBytes }),
          );
          savedBytes += content.size;
        }
      }),
    compare: (recording) =>
      attempt(recording, async (directory, files, signal) => {
        for (const { name, content } of files) {
          const handle = await directory.getFileHandle(name).catch((error: unknown) => {
            throw new PhoneError({ code: 'upload/not-accepted', details: String(error) }, error);
          });
          if (await isSame(await handle.getFile(), content, signal)) continue;
          throw new PhoneError({ code: 'upload/refused', details: 'It is not there as it is here.' });
        }
      }),
    // A file that is not whole is no use to anybody there.
    sendAhead: () => Promise.resolve(),
    cancel(recordingId) {
      attempts.get(recordingId)?.abort(new PhoneError({ code: 'upload/cancelled' }));
    },
    discard: () => Promise.resolve(),
  };
}

const sha256 = async (piece: Blob): Promise<string> =>
  new Uint8Array(await crypto.subtle.digest('SHA-256', await piece.arrayBuffer())).join();

/** Whether two files are the same by the SHA-256 of each piece: the browser makes it on a thread of its own. */
async function isSame(saved: Blob, content: Blob, signal: AbortSignal): Promise<boolean> {
  if (saved.size !== content.size) return false;
  for (let at = 0; at < content.size; at += pieceBytes) {
    signal.throwIfAborted();
    const [there, here] = await Promise.all(
      [saved, content].map((file) => sha256(file.slice(at, at + pieceBytes))),
    );
    if (there !== here) return false;
  }
  return true;
}

/** What has been saved, for a phone without a recording store: a folder has no list of calls, but gives back each file. */
export function createFolderStored(folder: Pick<WritableFolder, 'handle'>): StoredRecordingsPort {
  return {
    actions: null,
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
