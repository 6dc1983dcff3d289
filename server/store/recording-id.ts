import { randomBytes } from 'node:crypto';

/** `ID`, or `ID.sn3` for the encoded frames of the recording. */
const storedNameForm = /^[a-z0-9-]{1,64}(?:\.sn3)?$/;
const uploadIdForm = /^([a-z0-9-]{1,64})\.[0-9a-f]{32}\.(wav|sn3)$/;

/** What a file of the store is called in URLs and on the disk; null for what is no safe name. */
export const parseStoredName = (text: string): string | null => (storedNameForm.test(text) ? text : null);

/** The name of a recording's sound, or of its encoded frames. */
export const storedName = (recordingId: string, isSn3: boolean): string =>
  isSn3 ? `${recordingId}.sn3` : recordingId;

/** A new upload of a file: its name in the URL and on the disk, which nobody can guess. */
export function createUploadId(recordingId: string, isSn3: boolean): string {
  return `${recordingId}.${randomBytes(16).toString('hex')}.${isSn3 ? 'sn3' : 'wav'}`;
}

/** The stored name of the file that an upload is of; null for anything that is not an upload's name. */
export function storedNameOfUpload(uploadId: string): string | null {
  const [, recordingId, format] = uploadIdForm.exec(uploadId) ?? [];
  return recordingId === undefined ? null : storedName(recordingId, format === 'sn3');
}
