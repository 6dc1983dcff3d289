import type { PhoneErrorDetail } from '#core/errors/phone-error.ts';
import type { RecordingMeta } from '#core/recording/recording-meta.ts';
import type { UploadProgress } from '#core/upload/upload-port.ts';

/** The one thing that an upload worker is asked: to send a recording of this device. */
export interface UploadRequest {
  /** Absolute URL. */
  readonly endpoint: string;
  /** Shown to the store; null where it wants none. */
  readonly token: string | null;
  readonly meta: RecordingMeta;
}

/** What an upload worker says; nothing follows `stored` and `failed`. */
export type UploadReply =
  | { readonly kind: 'progressed'; readonly progress: UploadProgress }
  | { readonly kind: 'stored' }
  | { readonly kind: 'failed'; readonly error: PhoneErrorDetail };
