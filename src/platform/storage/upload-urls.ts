import type { RecordingId } from '#core/shared/ids.ts';
import { thisFolder } from './recording-folder.ts';

/** Where the URL of an upload is kept: of a recording's sound, or of its encoded frames. */
type UploadUrlFile = '.upload' | '.sn3-upload';

/** The URL of the upload that was begun for a recording, or null. */
export async function readUploadUrl(
  recordingId: RecordingId,
  suffix: UploadUrlFile = '.upload',
): Promise<string | null> {
  const file = await thisFolder.read(recordingId, suffix);
  const text = file === null ? '' : await file.text();
  return URL.canParse(text) ? text : null;
}

/** Keeps the URL of an upload beside its recording, so that it is resumed after a reload; empty text forgets it. */
export const writeUploadUrl = (
  recordingId: RecordingId,
  url: string,
  suffix: UploadUrlFile = '.upload',
): Promise<void> => thisFolder.writeText(recordingId, suffix, url);
