import type { PhoneErrorDetail } from '#core/errors/phone-error.ts';
import type { RecordingMeta, Sn3Description } from '#core/recording/recording-meta.ts';
import type { UploadProgress } from '#core/upload/upload-port.ts';
import type { StoredFile } from './tus-uploader.ts';

/**
 * The one thing that an upload worker is asked: to send a recording of this device. `so-far`: it is under way, and its upload
 * stays open. `stored`: it was sent, and is to be compared with what the store has.
 */
export interface UploadRequest {
  /** Absolute URL. */
  readonly endpoint: string;
  /** Shown to the store; null where it wants none. */
  readonly token: string | null;
  readonly meta: RecordingMeta;
  readonly part: 'whole' | 'so-far' | 'stored';
  /** Where its sound is stored; null before it is. */
  readonly storedUrl: string | null;
  /** Null while it is under way. */
  readonly durationMs: number | null;
  /** Its encoded frames, which are sent after a whole recording; null where there are none. */
  readonly sn3: Sn3Description | null;
}

/** What an upload worker says; nothing follows `sent` and `failed`. */
export type UploadReply =
  | { readonly kind: 'progressed'; readonly progress: UploadProgress }
  /** Where its sound is now, and its encoded frames; null for those that it has not, and while it is under way. */
  | { readonly kind: 'sent'; readonly sound: StoredFile | null; readonly sn3: StoredFile | null }
  | { readonly kind: 'failed'; readonly error: PhoneErrorDetail };
