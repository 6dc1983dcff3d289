import { PhoneError } from '#core/errors/phone-error.ts';
import {
  bytesPerFrame,
  encodeWavHeader,
  wavHeaderBytes,
  wholeDataBytes,
  type WavFormat,
} from '#core/recording/wav.ts';
import type { DiskFile } from './recording-disk.ts';
import { toStorageError } from './storage-error.ts';

/** A WAV file that grows. Dedicated worker only. */
export interface WavAppender {
  /**
   * Adds whole frames. Throws `recording/storage-full` or `recording/storage-failed`, for these frames or for earlier ones;
   * what was written before stays, and `finish` still makes a valid file of it.
   */
  readonly append: (frames: Uint8Array<ArrayBuffer>) => void;
  /** Hands what was written since the last time to the disk, so that it survives a power loss. Throws as `append`. */
  readonly flush: () => void;
  /** Writes the true length into the header and closes. Resolves with the bytes of all frames. Rejects with `recording/storage-failed`. */
  readonly finish: () => Promise<number>;
}

/** Begins a file of unknown length. The file is closed when this throws. */
export async function createWavAppender(file: DiskFile, format: WavFormat): Promise<WavAppender> {
  const frameBytes = bytesPerFrame(format);
  let dataBytes = 0;
  let dirty = false;

  try {
    file.truncate(0);
    writeHeader(file, format, null);
  } catch (error) {
    await file.close().catch(() => undefined);
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
    async finish() {
      const kept = Math.min(dataBytes, wholeDataBytes(await file.settle(), format));
      await closeWav(file, format, kept);
      return kept;
    },
  };
}

/**
 * Makes a valid WAV of a file that was interrupted: header with the true length, no torn frame at the end. Closes it. Where
 * even that finds no room (IndexedDB never writes over anything), the header goes on to tell no length, which is as valid.
 * Rejects with `recording/storage-failed`.
 */
export async function closeWav(file: DiskFile, format: WavFormat, dataBytes: number): Promise<void> {
  try {
    try {
      file.truncate(wavHeaderBytes + dataBytes);
      writeHeader(file, format, dataBytes);
      file.flush();
    } finally {
      await file.close();
    }
  } catch (thrown) {
    const error = toStorageError(thrown);
    if (error.detail.code !== 'recording/storage-full') throw error;
  }
}

function writeHeader(file: DiskFile, format: WavFormat, dataBytes: number | null): void {
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
