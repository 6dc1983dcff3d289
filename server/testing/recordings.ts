import { createHash } from 'node:crypto';
import type { RecordingMeta } from '#core/recording/recording-meta.ts';
import { asCallId, asRecordingId, asSipCallId } from '#core/shared/ids.ts';

/** A recording's description with everything in it. */
export function recordingMeta(changes: Partial<RecordingMeta> = {}): RecordingMeta {
  return {
    recordingId: asRecordingId('rec-1'),
    callId: asCallId('call-1'),
    sipCallId: asSipCallId('abc123@localhost'),
    direction: 'Incoming',
    remoteUri: 'sip:bob@localhost',
    remoteDisplayName: 'Bob Größe',
    localUri: 'sip:alice@localhost',
    startedAtMs: Date.UTC(2026, 0, 2, 3, 4, 5),
    sampleRateHz: 8000,
    channels: 2,
    marks: [],
    ...changes,
  };
}

export interface WavChanges {
  readonly sampleRateHz?: number;
  readonly channels?: number;
  readonly bitsPerSample?: number;
  readonly format?: number;
  readonly riffBytes?: number;
  readonly dataBytes?: number;
}

/** A 16-bit WAV file of `frames` frames whose samples count up, with a correct header unless it is told otherwise. */
export function wavFile(frames: number, changes: WavChanges = {}): Buffer {
  const { sampleRateHz = 8000, channels = 2, bitsPerSample = 16, format = 1 } = changes;
  const blockBytes = (channels * bitsPerSample) / 8;
  const samples = Buffer.alloc(frames * blockBytes);
  for (let offset = 0; offset + 1 < samples.byteLength; offset += 2)
    samples.writeUInt16LE((offset * 7) % 65_536, offset);
  const header = Buffer.alloc(44);
  header.write('RIFF', 0, 'latin1');
  header.writeUInt32LE(changes.riffBytes ?? samples.byteLength + 36, 4);
  header.write('WAVEfmt ', 8, 'latin1');
  header.writeUInt32LE(16, 16);
  header.writeUInt16LE(format, 20);
  header.writeUInt16LE(channels, 22);
  header.writeUInt32LE(sampleRateHz, 24);
  header.writeUInt32LE(sampleRateHz * blockBytes, 28);
  header.writeUInt16LE(blockBytes, 32);
  header.writeUInt16LE(bitsPerSample, 34);
  header.write('data', 36, 'latin1');
  header.writeUInt32LE(changes.dataBytes ?? samples.byteLength, 40);
  return Buffer.concat([header, samples]);
}

/** SHA-256 in lower-case hex. */
export const sha256Of = (file: Buffer): string => createHash('sha256').update(file).digest('hex');

/** Sizes that a writer puts into a header while it does not know them yet. */
export const streamedSizes = { riffBytes: 0xffff_ffff, dataBytes: 0xffff_ffff } as const;
