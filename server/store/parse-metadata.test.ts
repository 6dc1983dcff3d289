import { describe, expect, it } from 'vitest';
import { toUploadMetadata } from '#core/upload/upload-wire.ts';
import { recordingMeta } from '../testing/recordings.ts';
import { parseMetadata } from './parse-metadata.ts';

describe('parseMetadata', () => {
  it('gives back what the phone announced', () => {
    const meta = recordingMeta();
    expect(parseMetadata(toUploadMetadata(meta))).toEqual(meta);
    const nameless = recordingMeta({ remoteDisplayName: null });
    expect(parseMetadata(toUploadMetadata(nameless))).toEqual(nameless);
  });

  it.each([
    ['recordingId', '../../etc/passwd'],
    ['recordingId', 'REC'],
    ['recordingId', ''],
    ['recordingId', 'a'.repeat(65)],
    ['callId', 'a b'],
    ['direction', 'Sideways'],
    ['startedAtMs', '-1'],
    ['startedAtMs', '1e3'],
    ['startedAtMs', '9999999999999999'],
    ['sampleRateHz', '44100'],
    ['channels', '1'],
    ['channels', 'two'],
  ])('refuses %s=%j in one sentence', (key, value) => {
    const metadata = { ...toUploadMetadata(recordingMeta()), [key]: value };
    expect(() => parseMetadata(metadata)).toThrow(new RegExp(`^The upload was refused: ${key} is .+\\.$`));
  });

  it('refuses what is missing', () => {
    expect(() => parseMetadata(undefined)).toThrow('recordingId is missing');
    expect(() => parseMetadata({ ...toUploadMetadata(recordingMeta()), localUri: null })).toThrow('localUri');
  });

  it('never refuses a recording for the text of a stranger, but cleans and cuts it', () => {
    const metadata = {
      ...toUploadMetadata(recordingMeta()),
      remoteDisplayName: `Bob\r\n\u202e${'x'.repeat(2000)}`,
    };
    const { remoteDisplayName } = parseMetadata(metadata);
    expect(remoteDisplayName).toBe(`Bob${'x'.repeat(509)}`);
  });
});
