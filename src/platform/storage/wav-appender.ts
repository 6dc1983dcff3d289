import { PhoneError } from '#core/errors/phone-error.ts';
import { bytesPerFrame, encodeWavHeader, wavHeaderBytes, type WavFormat } from '#core/recording/wav.ts';
import { toStorageError } from './storage-error.ts';

/** What is needed of a `FileSystemSyncAccessHandle`. */
export interface SyncFile {
  readonly write: (bytes: Uint8Array<ArrayBuffer>, options: { at: number }) => number;
  readonly truncate: (size: number) => void;
  readonly flush: () => void;
  readonly close: () => void;
}

/** A WAV file that grows. Dedicated worker only: every call blocks until it is done. */
export interface WavAppender {
  /**
   * Adds whole frames. Throws `recording/storage-full` or `recording/storage-failed`; the frames that were written
   * before stay, and `finish` still makes a valid file of them.
   */
  readonly append: (frames: Uint8Array<ArrayBuffer>) => void;
  /** Hands what was written since the last time to the disk, so that it survives a power loss. Throws as `append`. */
  readonly flush: () => void;
  /** Writes the true length into the header and closes. Returns the bytes of all frames. Throws `recording/storage-failed`. */
  readonly finish: () => number;
}

/** Begins a file of unknown length. The file is closed when this throws. */
export function createWavAppender(file: SyncFile, format: WavFormat): WavAppender {
  const frameBytes = bytesPerFrame(format);
  let dataBytes = 0;
  let dirty = false;

  try {
    file.truncate(0);
    writeHeader(file, format, null);
  } catch (error) {
    file.close();
    throw toStorageError(error);
  }

  return {
    append(frames) {
      try {
        const written = file.write(frames, { at: wavHeaderBytes + dataBytes });
        // More than there was is an error code, see below.
        const kept = written <= frames.byteLength ? written : 0;
        dataBytes += Math.floor(kept / frameBytes) * frameBytes;
        dirty = true;
        assertWhole(written, frames.byteLength);
      } catch (error) {
        throw toStorageError(error);
      }
    },
    flush() {
      if (!dirty) return;
      try {
        file.flush();
        dirty = false;
      } catch (error) {
        throw toStorageError(error);
      }
    },
    finish() {
      closeWav(file, format, dataBytes);
      return dataBytes;
    },
  };
}

/** Makes a valid WAV of a file that was interrupted: header with the true length, no torn frame at the end. Closes it; throws `recording/storage-failed`. */
export function closeWav(file: SyncFile, format: WavFormat, dataBytes: number): void {
  try {
    file.truncate(wavHeaderBytes + dataBytes);
    writeHeader(file, format, dataBytes);
    file.flush();
  } catch (error) {
    throw toStorageError(error);
  } finally {
    file.close();
  }
}

function writeHeader(file: SyncFile, format: WavFormat, dataBytes: number | null): void {
  assertWhole(file.write(encodeWavHeader({ ...format, dataBytes }), { at: 0 }), wavHeaderBytes);
}

/**
 * Not every browser throws when the quota is used up (measured): in Firefox 153 `write` returns 0, in a private window of
 * Chromium 156 it returns 4294967288, which is its error code -8 without the sign.
 */
function assertWhole(writtenBytes: number, expectedBytes: number): void {
  if (writtenBytes === expectedBytes) return;
  const details = `${String(writtenBytes)} of ${String(expectedBytes)} bytes were written`;
  throw new PhoneError({ code: 'recording/storage-full', details });
}
