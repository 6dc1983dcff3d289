import type { PhoneErrorDetail } from '#core/errors/phone-error.ts';
import type { Peaks } from '#core/recording/peaks.ts';
import type { RecordingMark } from '#core/recording/recording-mark.ts';
import type { RecordingMeta, StoreReceipt } from '#core/recording/recording-meta.ts';
import type { RecordingId } from '#core/shared/ids.ts';
import type { LocalRecording } from '#platform/storage/local-recordings.ts';

/** What the page asks of the recording worker. Each request is answered once, under its `requestId`. */
export type RecordingRequest =
  /**
   * Opens the file and writes what comes through `samples` (`CaptureMessage`s). Answered when the file is open. With
   * `taps` the page gets what is written, too, as `samples`. What comes through `frames` (`PassedFramesMessage`s) is kept
   * beside it.
   */
  | {
      readonly kind: 'begin';
      readonly requestId: number;
      readonly meta: RecordingMeta;
      readonly samples: MessagePort;
      readonly taps: boolean;
      readonly frames: MessagePort | null;
    }
  | {
      readonly kind: 'mark';
      readonly requestId: number;
      readonly recordingId: RecordingId;
      readonly mark: RecordingMark;
    }
  /** Ends a recording whose worklet was told to stop. Answered with the one recording, or with none if it holds no sound. */
  | { readonly kind: 'finish'; readonly requestId: number; readonly recordingId: RecordingId }
  /** Repairs and describes what this page may have of earlier recordings; those of other living pages are left out. */
  | { readonly kind: 'list'; readonly requestId: number }
  /** Asks for the file of a recording that is complete. */
  | { readonly kind: 'open'; readonly requestId: number; readonly recordingId: RecordingId }
  | {
      readonly kind: 'keep-receipt';
      readonly requestId: number;
      readonly recordingId: RecordingId;
      readonly receipt: StoreReceipt;
    }
  /** Asks how loud a recording is that is complete. */
  | { readonly kind: 'read-peaks'; readonly requestId: number; readonly recordingId: RecordingId }
  | {
      readonly kind: 'keep-notes';
      readonly requestId: number;
      readonly recordingId: RecordingId;
      readonly notes: string;
    }
  | { readonly kind: 'trash'; readonly requestId: number; readonly recordingId: RecordingId }
  /** Answered with the one recording. */
  | { readonly kind: 'restore'; readonly requestId: number; readonly recordingId: RecordingId }
  | { readonly kind: 'remove'; readonly requestId: number; readonly recordingId: RecordingId };

/** What the recording worker says. */
export type RecordingReply =
  | { readonly kind: 'done'; readonly requestId: number; readonly recordings: readonly LocalRecording[] }
  | { readonly kind: 'opened'; readonly requestId: number; readonly file: File }
  | { readonly kind: 'measured'; readonly requestId: number; readonly peaks: Peaks }
  | { readonly kind: 'refused'; readonly requestId: number; readonly error: PhoneErrorDetail }
  /** Samples that are in the file, of each side. All come before the answer to `finish`. */
  | {
      readonly kind: 'samples';
      readonly recordingId: RecordingId;
      readonly remote: Int16Array;
      readonly local: Int16Array;
    }
  /** A recording can be written no longer. What was written is kept, and `finish` still gives it. */
  | { readonly kind: 'stopped'; readonly recordingId: RecordingId; readonly error: PhoneErrorDetail }
  /** A channel whose party should be heard has been silent for 10 s, or is heard again. */
  | {
      readonly kind: 'silence';
      readonly recordingId: RecordingId;
      readonly channel: 0 | 1;
      readonly silent: boolean;
    }
  /** Something was odd and was survived. */
  | {
      readonly kind: 'warned';
      readonly message: string;
      readonly context: Readonly<Record<string, unknown>>;
    };
