import type { CallInfo } from '../call/call-info.ts';
import type { FrameTap } from '../media/frame-tap.ts';
import type { Clock } from '../shared/clock.ts';
import type { CallId, CreateId, RecordingId } from '../shared/ids.ts';
import type { Logger } from '../shared/logger.ts';
import type { SerialQueue } from '../shared/serial-queue.ts';
import type { ReadonlyStore } from '../shared/store.ts';
import type { RecordingsState } from '../softphone-types.ts';
import type { Connectivity } from '../upload/connectivity-port.ts';
import type { OpenRecording, StoredRecordingsPort } from '../upload/stored-recording.ts';
import type { UploadedRecording, UploadPort } from '../upload/upload-port.ts';
import type { KeepLocal } from './keep-local.ts';
import type { ChannelSources, RecorderPort, RecordingSources, SamplesListener } from './recorder-port.ts';
import type { RecordingEdits } from './recording-edits.ts';
import type { RecordingFile, RecordingSampleRateHz } from './recording-meta.ts';

/** What the service is made of. */
export interface RecordingServiceDeps {
  readonly recorder: RecorderPort;
  readonly upload: UploadPort;
  readonly stored: StoredRecordingsPort;
  readonly connectivity: Connectivity;
  /** Shared by all pages of this origin: at any time one of them uploads. */
  readonly uploadTurns: SerialQueue;
  readonly clock: Clock;
  readonly createId: CreateId;
  readonly logger: Logger;
  readonly sampleRateHz: RecordingSampleRateHz;
  readonly keepLocal: KeepLocal;
}

/** All recordings of the phone, from the first sample to the stored file. */
export interface RecordingService {
  readonly edits: RecordingEdits;
  readonly store: ReadonlyStore<RecordingsState>;
  /** Fetches a stored file; null where its URL is enough. */
  readonly open: OpenRecording | null;
  /** A recording that is on this device, which stays there until it is given back. Rejects with `recording/storage-failed`. */
  readonly openLocal: RecorderPort['openLocal'];
  /** Makes ready to record, so that the next call loses nothing. Never rejects. */
  readonly prepare: () => Promise<void>;
  /** A call may be recorded, or goes on without. `asks` when the person is to say so. Ignored while it is recorded. */
  readonly offer: (callId: CallId, asks: boolean) => void;
  /**
   * Begins to record a call; `onSamples` is given its samples as they come, and what passes `frames` is kept beside them.
   * Ignored while the call is recorded already. What fails is in the store, and the call goes on.
   */
  readonly start: (
    call: CallInfo,
    sources: RecordingSources,
    onSamples?: SamplesListener | null,
    frames?: FrameTap | null,
  ) => void;
  /** Replaces what a channel of a call's recording listens to. Ignored for a call that is not recorded. */
  readonly setSources: (callId: CallId, channel: 0 | 1, sources: ChannelSources) => void;
  /** Writes silence to both channels while it is paused. Ignored for a call that is not recorded. */
  readonly setPaused: (callId: CallId, paused: boolean) => void;
  /** A call has changed: what matters of it becomes marks of its recording. Ignored for a call that is not recorded. */
  readonly follow: (call: CallInfo) => void;
  /**
   * Ends a call's recording. Resolves with the complete file on this device, or null when there is none. Never rejects.
   * The second time, and for a call that is not recorded, it resolves with null.
   */
  readonly finish: (callId: CallId) => Promise<RecordingFile | null>;
  /**
   * Uploads a finished file, however long that takes, and then keeps or removes the local copy, by `keepLocal`. Resolves when the store has it;
   * delivering it again meanwhile changes nothing. Rejects with `recording/storage-failed` when the file is gone from this device.
   */
  readonly deliver: (file: RecordingFile) => Promise<UploadedRecording>;
  /** Reads the store's listing, and looks for what other pages have left on this device. Never rejects. */
  readonly refresh: () => Promise<void>;
  /** Starts the next attempt of a waiting upload now. */
  readonly retry: (recordingId: RecordingId) => void;
  /** Ends the upload of a recording until it is retried. */
  readonly cancel: (recordingId: RecordingId) => void;
  /** Deletes a recording from this device, sent or not; to be called only when the person wants it. Ignored while it is recorded. Never rejects. */
  readonly deleteLocal: (recordingId: RecordingId) => Promise<void>;
  /**
   * Uploads what earlier pages have left on this device, and deletes the copies whose time is over; from then on every
   * hour. To be called when the page starts. Never rejects.
   */
  readonly resumeLocal: () => Promise<void>;
}
