import { describe, expect, it } from 'vitest';
import { asSipCallId } from '#core/shared/ids.ts';
import { toUploadMetadata } from '#core/upload/upload-wire.ts';
import { recordingMeta } from '../testing/recordings.ts';
import { parseAnnouncedSha256, parseMetadata } from './parse-metadata.ts';

describe('parseMetadata', () => {
  it('gives back what the phone announced', () => {
    const meta = recordingMeta();
    expect(parseMetadata(toUploadMetadata(meta))).toEqual(meta);
    const marks = [
      { kind: 'hold', atMs: 12_000, durationMs: 10_000 },
      { kind: 'transfer', atMs: 31_500, durationMs: null },
    ] as const;
    const marked = recordingMeta({ marks });
    expect(parseMetadata(toUploadMetadata(marked))).toEqual(marked);
    const nameless = recordingMeta({ remoteDisplayName: null });
    expect(parseMetadata(toUploadMetadata(nameless))).toEqual(nameless);
    const recovered = recordingMeta({ ending: 'recovered' });
    expect(parseMetadata(toUploadMetadata(recovered))).toEqual(recovered);
  });

  it('keeps a recording that ended for a reason that it does not know', () => {
    const meta = recordingMeta();
    expect(parseMetadata({ ...toUploadMetadata(meta), ending: 'flooded' })).toEqual(meta);
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
    expect(() => parseMetadata({ ...toUploadMetadata(recordingMeta()), startedAtMs: null })).toThrow(
      'startedAtMs',
    );
  });

  it('takes a recording of which little is known', () => {
    const unknown = recordingMeta({ sipCallId: asSipCallId(''), remoteUri: '', localUri: '' });
    expect(parseMetadata(toUploadMetadata(unknown))).toEqual(unknown);
    const sentEmpty = { ...toUploadMetadata(unknown), sipCallId: null, remoteUri: null, localUri: null };
    expect(parseMetadata(sentEmpty)).toEqual(unknown);
  });

  it('never refuses a recording for the text of a stranger, but cleans and cuts it', () => {
    const metadata = {
      ...toUploadMetadata(recordingMeta()),
      remoteDisplayName: `Bob\r\n\u202e${'x'.repeat(2000)}`,
    };
    const { remoteDisplayName } = parseMetadata(metadata);
    expect(remoteDisplayName).toBe(`Bob${'x'.repeat(509)}`);
    const marks = `hold@1 <b>@2 ${'mute@3+4 '.repeat(9)}`;
    expect(parseMetadata({ ...metadata, marks }).marks).toEqual([
      { kind: 'hold', atMs: 1, durationMs: null },
      { kind: 'mute', atMs: 3, durationMs: 4 },
    ]);
  });
});

describe('parseAnnouncedSha256', () => {
  const sha256 = '0123456789abcdef'.repeat(4);

  it('gives the digest, or says that there is none', () => {
    expect(parseAnnouncedSha256({ sha256 })).toBe(sha256);
    expect(parseAnnouncedSha256({})).toBeNull();
    expect(parseAnnouncedSha256(undefined)).toBeNull();
  });

  it.each(['', sha256.toUpperCase(), sha256.slice(1), `${sha256}0`, `${sha256}\n`])('refuses %j', (wrong) => {
    expect(() => parseAnnouncedSha256({ sha256: wrong })).toThrow(/^The upload was refused: sha256 is .+\.$/);
  });
});
