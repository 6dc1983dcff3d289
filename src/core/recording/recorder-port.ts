import type { AudioSource } from '../media/audio-source.ts';
import type { FrameTap } from '../media/frame-tap.ts';
import type { PhoneErrorDetail } from '../errors/phone-error.ts';
import type { RecordingId } from '../shared/ids.ts';
import type { OpenedRecording } from '../upload/stored-recording.ts';
import type { Peaks } from './peaks.ts';
import type { RecordingMark } from './recording-mark.ts';
import type { RecordingFile, RecordingMeta, StoreReceipt } from './recording-meta.ts';

/** What a channel listens to: all of them at once, with every audio track they have. None is silence. */
export type ChannelSources = readonly AudioSource[];

/** What the two channels listen to. */
export type RecordingSources = readonly [remote: ChannelSources, local: ChannelSources];

/** What is captured. Takes effect at once, whether the file is open yet or not. */
export interface Capture {
  /** Replaces what a channel listens to. A source that stays is not interrupted; the other channel and the file's time go on. */
  readonly setSources: (channel: 0 | 1, sources: ChannelSources) => void;
  /** Silence in both channels, and no frames, while it is paused. */
  readonly setPaused: (paused: boolean) => void;
}

/** Whom a recording under way tells. */
export interface RecordingListener {
  /** Once, before the first sample: a file may take seconds to open, and nothing of a pause in that time may be in it. */
  readonly onCapture?: (capture: Capture) => void;
  /** Once, if it stops before `finish`. */
  readonly onFailure: (error: PhoneErrorDetail) => void;
  /** A channel has been silent for 10 s, although no mark says that its party cannot be heard; or it is heard again. */
  readonly onSilence: (channel: 0 | 1, silent: boolean) => void;
  /** Once, if no sound is captured (any more), and the recording goes on with what passes its `frames`. */
  readonly onSoundless?: () => void;
  /** Whoever has it is given the samples of the file as they come, PCM16 at its rate, and has all when `finish` resolves. */
  readonly onSamples?: SamplesListener | null;
}

/** A piece of both sides, equally long; the listener owns it. */
export type SamplesListener = (remote: Int16Array, local: Int16Array) => void;

/** A recording under way. */
export interface ActiveRecording extends Capture {
  /** Keeps a mark beside the sound: a crash leaves it, and the finished file's description has it. */
  readonly mark: (mark: RecordingMark) => void;
  /** Ends it, patches the header, and resolves with the finished file. Idempotent. Rejects with `recording/*`. */
  readonly finish: () => Promise<RecordingFile>;
}

/** Captures calls into files on this device. Samples pass the main thread only where a listener asks for them. */
export interface RecorderPort {
  /** Makes the audio graph and the worker ready, so that `begin` loses nothing. Harmless to repeat; never rejects. */
  readonly prepare: () => Promise<void>;
  /**
   * Opens the file and starts to write. Both channels begin with the first sample after this is called, however long
   * the file takes to open. Whenever the computer gives no sound, silence and a mark `gap` stand for it. Rejects with
   * `recording/storage-full`, `recording/storage-failed` or `recording/capture-failed`. What passes `frames` is kept beside
   * the file, as far as it can be: whatever fails there is logged, and the recording goes on. With `frames` it goes on
   * without sound, too, where that cannot be captured: the file is silence then.
   */
  readonly begin: (
    meta: RecordingMeta,
    listener: RecordingListener,
    sources?: RecordingSources,
    frames?: FrameTap | null,
  ) => Promise<ActiveRecording>;
  /** Finished and interrupted recordings that are still on this device, repaired where they must be; oldest first. */
  readonly listLocal: () => Promise<readonly RecordingFile[]>;
  /** A recording of `listLocal`, to be played or saved. Rejects with `recording/storage-failed` when it is gone. */
  readonly openLocal: (recordingId: RecordingId) => Promise<OpenedRecording>;
  /** Keeps beside a local copy that the store has the recording. Rejects with `recording/*`. */
  readonly keepReceipt: (recordingId: RecordingId, receipt: StoreReceipt) => Promise<void>;
  /** How loud the recording is; measured from the file where that was not kept. Rejects with `recording/storage-failed` when it is gone. */
  readonly readPeaks: (recordingId: RecordingId) => Promise<Peaks>;
  /** Keeps what the person wrote beside a local copy. Rejects with `recording/*`. */
  readonly keepNotes: (recordingId: RecordingId, notes: string) => Promise<void>;
  /** Takes the local copy out of `listLocal`, until it is restored; once this page is closed it is gone for good. Rejects with `recording/*`. */
  readonly trashLocal: (recordingId: RecordingId) => Promise<void>;
  /** Brings back what `trashLocal` took away. Rejects with `recording/storage-failed` when it is gone. */
  readonly restoreLocal: (recordingId: RecordingId) => Promise<RecordingFile>;
  /** Removes the local copy. Idempotent. */
  readonly deleteLocal: (recordingId: RecordingId) => Promise<void>;
}
