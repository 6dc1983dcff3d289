import { encodeMarks } from '../recording/recording-mark.ts';
import type { RecordingMeta } from '../recording/recording-meta.ts';

/**
 * The keys of tus `Upload-Metadata` that carry a recording's description, each value UTF-8 text (tus encodes it in
 * base64). Numbers are decimal, marks as `encodeMarks` writes them; what is missing or empty is left out. Beside them the
 * phone sends `sha256`, of the whole file in lower-case hex: the store takes no other bytes for this recording. Wire
 * contract between the phone and the store.
 */
export type UploadMetadata = Readonly<Record<string, string>>;

/** Content type of every recording that is uploaded. */
export const recordingContentType = 'audio/wav';

/** The description as tus metadata. */
export function toUploadMetadata(meta: RecordingMeta): UploadMetadata {
  return {
    filename: `${meta.recordingId}.wav`,
    filetype: recordingContentType,
    recordingId: meta.recordingId,
    callId: meta.callId,
    sipCallId: meta.sipCallId,
    direction: meta.direction,
    remoteUri: meta.remoteUri,
    ...(meta.remoteDisplayName === null ? {} : { remoteDisplayName: meta.remoteDisplayName }),
    localUri: meta.localUri,
    startedAtMs: String(meta.startedAtMs),
    sampleRateHz: String(meta.sampleRateHz),
    channels: String(meta.channels),
    ...(meta.marks.length === 0 ? {} : { marks: encodeMarks(meta.marks) }),
    ...(meta.ending === undefined ? {} : { ending: meta.ending }),
  };
}
