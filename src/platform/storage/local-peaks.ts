import { createPeakMeter, decodePeaks, encodePeaks, type Peaks } from '#core/recording/peaks.ts';
import { parseWavHeader, wavHeaderBytes } from '#core/recording/wav.ts';
import type { RecordingId } from '#core/shared/ids.ts';
import type { RecordingFolder } from './recording-folder.ts';

/** Keeps the peaks of a recording beside it. What finds no room is measured when it is wanted. Dedicated worker only. Never rejects. */
export const keepPeaks = (folder: RecordingFolder, recordingId: RecordingId, peaks: Peaks): Promise<void> =>
  folder.writeBytes(recordingId, '.peaks', encodePeaks(peaks)).catch(() => undefined);

/**
 * The peaks of a recording that nobody writes any more. Measured from the file where none were kept, as after a crash, and
 * then kept. Null when there is no file. Dedicated worker only.
 */
export async function readPeaks(folder: RecordingFolder, recordingId: RecordingId): Promise<Peaks | null> {
  const file = await folder.read(recordingId, '.wav');
  if (file === null) return null;
  const kept = await folder.read(recordingId, '.peaks');
  const peaks = kept === null ? null : decodePeaks(new Uint8Array(await kept.arrayBuffer()));
  if (peaks !== null) return peaks;
  const measured = await measure(file);
  if (measured !== null) await keepPeaks(folder, recordingId, measured);
  return measured;
}

async function measure(file: Blob): Promise<Peaks | null> {
  const header = parseWavHeader(new Uint8Array(await file.slice(0, wavHeaderBytes).arrayBuffer()));
  if (header === null) return null;
  const meter = createPeakMeter(header.sampleRateHz);
  const reader = file.slice(wavHeaderBytes).stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return meter.read();
    meter.push(value);
  }
}
