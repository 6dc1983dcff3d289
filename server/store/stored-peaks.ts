import { createPeakMeter, decodePeaks, encodePeaks, type Peaks } from '#core/recording/peaks.ts';
import type { AudioBackend, Descriptions } from './backend.ts';
import { readHead } from './read-head.ts';
import type { StoredEntry } from './stored-recordings.ts';
import { readWavLayout, type WavLayout } from './wav-header.ts';

/** The peaks of stored sound, each kept beside its description. What cannot be kept is measured again when it is wanted. */
export interface StoredPeaks {
  /** As they are sent. Measured when there are none; null for a file that is gone or is no sound. Rejects with the backend's error. */
  readonly read: (entry: StoredEntry) => Promise<Uint8Array<ArrayBuffer> | null>;
  /** Never rejects. */
  readonly keep: (recordingId: string, peaks: Peaks) => Promise<void>;
  /** Idempotent. Rejects with the backend's error. */
  readonly remove: (recordingId: string) => Promise<void>;
}

/** Hears a WAV file that passes from its first byte on. */
export interface FileMeter {
  readonly push: (chunk: Uint8Array) => void;
  readonly read: () => Peaks;
}

/** Makes a meter for the samples of a file, and for nothing else in it. */
export function createFileMeter(
  sampleRateHz: number,
  { dataSizeOffset, dataBytes }: Pick<WavLayout, 'dataSizeOffset' | 'dataBytes'>,
): FileMeter {
  const meter = createPeakMeter(sampleRateHz);
  const begin = dataSizeOffset + 4;
  let passed = 0;
  return {
    push(chunk) {
      const from = Math.max(0, begin - passed);
      const to = Math.min(chunk.byteLength, begin + dataBytes - passed);
      if (to > from) meter.push(chunk.subarray(from, to));
      passed += chunk.byteLength;
    },
    read: meter.read,
  };
}

const nameOf = (recordingId: string): string => `${recordingId}.peaks`;

export function createStoredPeaks(
  audio: Pick<AudioBackend, 'open'>,
  descriptions: Pick<Descriptions, 'read' | 'remove' | 'write'>,
): StoredPeaks {
  const readKept = async (recordingId: string): Promise<Uint8Array<ArrayBuffer> | null> => {
    const text = await descriptions.read(nameOf(recordingId)).catch(() => '');
    const bytes = Uint8Array.from(Buffer.from(text, 'base64'));
    return decodePeaks(bytes) === null ? null : bytes;
  };

  const measure = async ({ meta, uploadId }: StoredEntry): Promise<Peaks | null> => {
    const file = await audio.open(uploadId);
    if (file === null) return null;
    try {
      const { sampleRateHz, channels } = meta;
      const layout = readWavLayout(await readHead(file), { sampleRateHz, channels, fileBytes: file.bytes });
      if (typeof layout === 'string') return null;
      const meter = createFileMeter(sampleRateHz, layout);
      for await (const chunk of await file.read(0, file.bytes - 1)) meter.push(chunk as Buffer);
      return meter.read();
    } finally {
      await file.close();
    }
  };

  const keep: StoredPeaks['keep'] = async (recordingId, peaks) => {
    const text = Buffer.from(encodePeaks(peaks)).toString('base64');
    await descriptions.write(nameOf(recordingId), text).catch(() => undefined);
  };

  return {
    async read(entry) {
      const kept = await readKept(entry.meta.recordingId);
      if (kept !== null) return kept;
      const peaks = await measure(entry);
      if (peaks === null) return null;
      await keep(entry.meta.recordingId, peaks);
      return encodePeaks(peaks);
    },
    keep,
    remove: (recordingId) => descriptions.remove(nameOf(recordingId)),
  };
}
