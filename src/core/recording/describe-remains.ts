import type { RecordingId } from '../shared/ids.ts';
import { parseRecordingMeta } from './parse-recording-meta.ts';
import type { RecordingMeta } from './recording-meta.ts';
import { parseWavHeader, wavDurationMs, wholeDataBytes } from './wav.ts';

/** Who nobody knows (RFC 3323 §4.1.1.3). */
const unknownUri = 'sip:anonymous@anonymous.invalid';

/**
 * What can be told of a recording whose journal cannot be read: its sound, and when that was written last. Null when its
 * file is none of ours. `head` is at least the file's first 44 bytes, `fileBytes` its length.
 */
export function describeRemains(
  recordingId: RecordingId,
  head: Uint8Array,
  fileBytes: number,
  lastWrittenAtMs: number,
): RecordingMeta | null {
  const header = parseWavHeader(head);
  if (header === null) return null;
  const durationMs = wavDurationMs(wholeDataBytes(fileBytes, header), header);
  return parseRecordingMeta({
    recordingId,
    callId: recordingId,
    sipCallId: '',
    direction: 'Incoming',
    remoteUri: unknownUri,
    remoteDisplayName: null,
    localUri: unknownUri,
    startedAtMs: Math.round(lastWrittenAtMs - durationMs),
    sampleRateHz: header.sampleRateHz,
    channels: header.channels,
  });
}
