import type { PhoneError } from '../errors/phone-error.ts';
import type { RecordingFile } from '../recording/recording-meta.ts';
import type { UploadedRecording } from './upload-port.ts';

/** A file in the upload queue. */
export interface UploadEntry {
  readonly file: RecordingFile;
  /** Where the store has it already, and nobody could compare it there; null for a file that is to be sent. */
  readonly storedUrl: string | null;
  readonly stored: Promise<UploadedRecording>;
  readonly resolve: (uploaded: UploadedRecording) => void;
  readonly reject: (error: PhoneError) => void;
  phase: 'queued' | 'sending' | 'waiting';
  /** Waits for the network, as opposed to the person. */
  waitsForNetwork: boolean;
  /** To be sent whatever the device says of its network. */
  isUrgent: boolean;
  /** Attempts since a byte has moved. */
  failures: number;
  /** The most that any attempt has sent. */
  sentBytes: number;
  cancelRetry: () => void;
}

/** A file that nobody has tried to send, or to compare. */
export function createUploadEntry(file: RecordingFile, storedUrl: string | null = null): UploadEntry {
  let resolve: UploadEntry['resolve'] = () => undefined;
  let reject: UploadEntry['reject'] = () => undefined;
  const stored = new Promise<UploadedRecording>((onStored, onGone) => {
    resolve = onStored;
    reject = onGone;
  });
  return {
    file,
    storedUrl,
    stored,
    resolve,
    reject,
    phase: 'queued',
    waitsForNetwork: false,
    isUrgent: false,
    failures: 0,
    sentBytes: 0,
    cancelRetry: () => undefined,
  };
}

/** What there is to be sent of it: its sound, and its encoded frames where it has them. */
export const bytesToSend = ({ file }: UploadEntry): number => file.byteLength + (file.sn3?.byteLength ?? 0);
