import type { AbortSignalLike } from '../shared/abort.ts';
import type { OpenedRecording } from '../upload/stored-recording.ts';
import type { ExportPlan } from './export-plan.ts';

/** What is seen of an `AbortSignal` by which the person ends it. */
export interface StopSignal extends AbortSignalLike {
  readonly reason: unknown;
  readonly throwIfAborted: () => void;
  readonly addEventListener: (type: 'abort', listener: () => void) => void;
}

/** How far it is, 0 to 1. */
export type OnExported = (share: number) => void;

/** A file for a ZIP. */
export interface ZipEntry {
  readonly name: string;
  readonly atMs: number;
  readonly bytes: number;
  readonly open: () => Promise<OpenedRecording>;
}

/** A ZIP, and the names of what is not in it because its file could not be had. */
export interface MadeZip extends OpenedRecording {
  readonly missing: readonly string[];
}

/**
 * Makes files of recordings, in a worker, piece by piece: what is made is written to this device, and deleted when it is
 * given back. Two things are whole in memory: what is made, where the browser has no private file system, and what a store
 * that wants a token gives, which `open` fetches first. Rejects with `recording/device-full`, `recording/not-convertible`,
 * `recording/file-gone`, and with the signal's reason once that is aborted.
 */
export interface RecordingExporter {
  /** `open` gives a URL of the WAV file. */
  readonly convert: (
    open: () => Promise<OpenedRecording>,
    plan: ExportPlan,
    onProgress: OnExported,
    signal: StopSignal,
  ) => Promise<OpenedRecording>;
  /** One ZIP of WAV files, as they are. Rejects with `recording/file-gone` only where none of them can be had. */
  readonly zip: (
    entries: readonly ZipEntry[],
    onProgress: OnExported,
    signal: StopSignal,
  ) => Promise<MadeZip>;
}
