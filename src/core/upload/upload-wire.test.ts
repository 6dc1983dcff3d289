import { describe, expect, it } from 'vitest';
import { buildRecordingMeta } from '#testing/recording-builders.ts';
import { describeRemains } from '../recording/describe-remains.ts';
import { encodeWavHeader } from '../recording/wav.ts';
import { asRecordingId } from '../shared/ids.ts';
import { toUploadMetadata } from './upload-wire.ts';

describe('toUploadMetadata', () => {
  it('tells everything of a recording that has ended', () => {
    const hold = { kind: 'hold', atMs: 12_000, durationMs: 10_000 } as const;
    expect(toUploadMetadata(buildRecordingMeta({ marks: [hold], ending: 'recovered' }), 30_000)).toEqual({
      filename: 'recording-1.wav',
      filetype: 'audio/wav',
      recordingId: 'recording-1',
      callId: 'call-1',
      sipCallId: 'a84b4c76e66710@example.com',
      direction: 'Incoming',
      remoteUri: 'sip:bob@example.com',
      remoteDisplayName: 'Bob',
      localUri: 'sip:alice@example.com',
      startedAtMs: '1700000000000',
      durationMs: '30000',
      sampleRateHz: '16000',
      channels: '2',
      marks: 'hold@12000+10000',
      ending: 'recovered',
    });
  });

  it('leaves out what is not known: an empty value is none in tus', () => {
    const head = encodeWavHeader({ sampleRateHz: 16000, channels: 2, dataBytes: null });
    const remains = describeRemains(asRecordingId('recording-1'), head, 64_044, 1_700_000_000_000);
    if (remains === null) throw new Error('the remains are a recording');
    const metadata = toUploadMetadata(remains);
    expect(Object.values(metadata)).not.toContain('');
    expect(Object.keys(metadata)).not.toContain('sipCallId');
  });
});
