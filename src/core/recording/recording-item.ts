import type { PhoneErrorDetail } from '../errors/phone-error.ts';
import type { StoreAction, StoredSn3 } from '../upload/stored-recording.ts';
import type { RecordingMeta } from './recording-meta.ts';

/**
 * Where a recording is on its way to the store.
 *
 * ```
 *  recording ──finish──► queued ──► sending ──► stored
 *      │                   ▲          │
 *      └──► failed         └─ waiting ◄┘ (retried with back-off, or by hand)
 * ```
 */
export type RecordingProgress =
  | { readonly phase: 'recording' }
  | { readonly phase: 'queued' }
  | { readonly phase: 'sending'; readonly sentBytes: number; readonly totalBytes: number }
  /** The last attempt failed. `retryAtMs` is null when only the person can start the next one. */
  | { readonly phase: 'waiting'; readonly error: PhoneErrorDetail; readonly retryAtMs: number | null }
  | { readonly phase: 'stored'; readonly url: string }
  /** There is no file: capture or storage failed. */
  | { readonly phase: 'failed'; readonly error: PhoneErrorDetail };

/** The file of a recording on this device. */
export interface LocalCopy {
  /** When it is deleted, in milliseconds since the Unix epoch; null while that is not known, or never. */
  readonly endsAtMs: number | null;
  /** The store has the recording, but nobody could compare it there yet: the copy stays until somebody can. */
  readonly isUncompared?: true;
}

/** A recording as the person sees it: on this device, on its way, or stored. */
export interface RecordingItem {
  readonly meta: RecordingMeta;
  readonly progress: RecordingProgress;
  /** Null while it is being recorded. */
  readonly durationMs: number | null;
  readonly bytes: number | null;
  /** Null when there is no whole file on this device that this page may use. */
  readonly localCopy: LocalCopy | null;
  /** How it goes to compare the copy, where `localCopy.isUncompared`; missing before this page has tried. */
  readonly comparison?: RecordingProgress;
  /** Its encoded frames, where the store has them. */
  readonly sn3?: Pick<StoredSn3, 'codecs' | 'url'>;
  /** What people wrote about it; empty or missing where nobody did. */
  readonly notes?: string;
  /** The store did not take them: they are with the copy on this device only. */
  readonly notesRefused?: boolean;
  /** What the store lets the person do with it, as its listing says; missing while that is not known. */
  readonly allows?: readonly StoreAction[];
}
