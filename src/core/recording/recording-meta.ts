import type { CallDirection } from '../call/call-state.ts';
import type { CallId, RecordingId, SipCallId } from '../shared/ids.ts';
import type { RecordingMark } from './recording-mark.ts';
import type { Sn3Codec } from './sn3-codec.ts';

/**
 * Why a recording did not end with its call: the page died and the file was repaired at a later start, this device had no
 * room left, or would not write any more. What was recorded until then is whole.
 */
export const recordingEndings = ['recovered', 'storage-full', 'storage-failed'] as const;
export type RecordingEnding = (typeof recordingEndings)[number];

/** Sample rates that a recording may have. */
export type RecordingSampleRateHz = 8000 | 16000 | 48000;

/**
 * What goes with a recording to the store. Wire contract: the tus upload carries it as `Upload-Metadata` (see
 * `core/upload/upload-wire.ts`), the store's listing gives it back.
 */
export interface RecordingMeta {
  readonly recordingId: RecordingId;
  readonly callId: CallId;
  readonly sipCallId: SipCallId;
  readonly direction: CallDirection;
  /** SIP URI of the remote party, without display name. */
  readonly remoteUri: string;
  /** Sanitised; null when the remote party sent none. */
  readonly remoteDisplayName: string | null;
  readonly localUri: string;
  /** First sample, in milliseconds since the Unix epoch. */
  readonly startedAtMs: number;
  readonly sampleRateHz: RecordingSampleRateHz;
  /** Always 2. 0 = left = the remote party, 1 = right = the local microphone. */
  readonly channels: 2;
  /** What happened to the call meanwhile. Complete once the recording has ended, empty in the description it begins with. */
  readonly marks: readonly RecordingMark[];
  /** Missing while it is recorded, and when it ended with its call. */
  readonly ending?: RecordingEnding;
}

/** That the store has a recording. */
export interface StoreReceipt {
  /** When it said so, in milliseconds since the Unix epoch. */
  readonly atMs: number;
  /** Where the store has it. */
  readonly url: string;
  /** Its SHA-256 was compared with that of the copy. Without it the copy stays. */
  readonly compared?: true;
  /** It did not take what the person wrote: the copy stays, because that is nowhere else. */
  readonly notesRefused?: true;
}

/** What is known of the encoded frames that were kept beside a recording's sound, as an SN3 blob of whole frames. */
export interface Sn3Description {
  readonly byteLength: number;
  /** What the frames are, in the order in which they begin. */
  readonly codecs: readonly Sn3Codec[];
}

/** The encoded frames of a recording on this device. */
export interface Sn3File extends Sn3Description {
  /** Bytes `[start, end)` of the blob. Rejects with `recording/storage-failed` when it is gone. */
  readonly read: (start: number, end: number) => Promise<Uint8Array>;
}

/** A finished recording on this device: a WAV file with a correct header. */
export interface RecordingFile {
  readonly meta: RecordingMeta;
  /** Whole file, header included. */
  readonly byteLength: number;
  readonly durationMs: number;
  /** Kept beside a copy that stays here; null while the store has not confirmed the recording. */
  readonly receipt: StoreReceipt | null;
  /** What the person wrote about it; empty or missing where there is nothing. */
  readonly notes?: string;
  /** What was sent and received, frame by frame; null where that was not kept. */
  readonly sn3: Sn3File | null;
  /** Bytes `[start, end)` of the file. Rejects with `recording/storage-failed` when the file is gone. */
  readonly read: (start: number, end: number) => Promise<Uint8Array>;
}
