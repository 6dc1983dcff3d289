import type { RecordingId } from '#core/shared/ids.ts';
import { readRecordingFile, writeRecordingText } from './recording-folder.ts';

/** The URL of the upload that was begun for a recording, or null. */
export async function readUploadUrl(recordingId: RecordingId): Promise<string | null> {
  const file = await readRecordingFile(recordingId, '.upload');
  const text = file === null ? '' : await file.text();
  return URL.canParse(text) ? text : null;
}

/** Keeps the URL of an upload beside its recording, so that it is resumed after a reload; empty text forgets it. */
export const writeUploadUrl = (recordingId: RecordingId, url: string): Promise<void> =>
  writeRecordingText(recordingId, '.upload', url);
