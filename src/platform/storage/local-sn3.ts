import type { JournalState } from '#core/recording/journal.ts';
import type { Sn3Description } from '#core/recording/recording-meta.ts';
import { sn3Magic } from '#core/recording/sn3-format.ts';
import { createSn3Scan } from '#core/recording/sn3-scan.ts';
import type { RecordingId } from '#core/shared/ids.ts';
import type { RecordingFolder } from './recording-folder.ts';

/**
 * Brings the encoded frames of a recording that nobody writes any more into order, and describes them; null when there are
 * none. Those of an interrupted recording are cut behind the last whole frame. Dedicated worker only; the caller holds the
 * claim.
 */
export async function recoverSn3(
  folder: RecordingFolder,
  recordingId: RecordingId,
  journal: JournalState | null,
): Promise<Sn3Description | null> {
  const file = await folder.read(recordingId, '.sn3');
  if (file === null || journal === null) return null;
  const byteLength = journal.end === 'finished' ? file.size : await wholeBytesOf(file);
  if (byteLength <= sn3Magic.length) return null;
  if (byteLength < file.size) {
    const open = await folder.open(recordingId, '.sn3', { create: false });
    try {
      open.truncate(byteLength);
      open.flush();
    } finally {
      await open.close();
    }
  }
  return { byteLength, codecs: journal.codecs };
}

async function wholeBytesOf(file: Blob): Promise<number> {
  const scan = createSn3Scan();
  const reader = file.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return scan.wholeBytes();
    scan.push(value);
  }
}
