import { randomBytes } from 'node:crypto';
import { asRecordingId, type RecordingId } from '#core/shared/ids.ts';

const recordingIdForm = /^[a-z0-9-]{1,64}$/;
const uploadIdForm = /^([a-z0-9-]{1,64})\.[0-9a-f]{32}\.wav$/;

/** A name that is safe in a path and a URL, or null. */
export function parseRecordingId(text: string): RecordingId | null {
  return recordingIdForm.test(text) ? asRecordingId(text) : null;
}

/** A new upload of a recording: its name in the URL and on the disk, which nobody can guess. */
export function createUploadId(recordingId: RecordingId): string {
  return `${recordingId}.${randomBytes(16).toString('hex')}.wav`;
}

/** The recording that an upload is of; null for anything that is not an upload's name. */
export function recordingIdOfUpload(uploadId: string): RecordingId | null {
  const recordingId = uploadIdForm.exec(uploadId)?.[1];
  return recordingId === undefined ? null : asRecordingId(recordingId);
}
