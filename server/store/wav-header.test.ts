import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { streamedSizes, wavFile, type WavChanges } from '../testing/recordings.ts';
import { readWavLayout } from './wav-header.ts';

const read = (file: Buffer, sampleRateHz = 8000) =>
  readWavLayout(file, { sampleRateHz, channels: 2, fileBytes: file.byteLength });

describe('readWavLayout', () => {
  it('measures a correct file', () => {
    expect(read(wavFile(4000))).toEqual({
      dataSizeOffset: 40,
      dataBytes: 16_000,
      sizesToPatch: false,
      durationMs: 500,
    });
  });

  it('takes a file whose writer did not know its sizes, and leaves out half a frame', () => {
    const file = Buffer.concat([wavFile(4000, streamedSizes), Buffer.from([1, 2, 3])]);
    expect(read(file)).toMatchObject({ dataBytes: 16_000, sizesToPatch: true, durationMs: 500 });
  });

  it('takes a file of which only the first size was patched before a crash', () => {
    expect(read(wavFile(10, { dataBytes: 0xffff_ffff }))).toMatchObject({
      dataBytes: 40,
      sizesToPatch: true,
    });
  });

  it('skips chunks before the samples, odd ones with their padding', () => {
    const plain = wavFile(10, { riffBytes: 36 + 40 + 12 });
    const note = Buffer.from('note\x03\0\0\0abc\0', 'latin1');
    const file = Buffer.concat([plain.subarray(0, 36), note, plain.subarray(36)]);
    expect(read(file)).toMatchObject({ dataSizeOffset: 52, dataBytes: 40 });
  });

  it.each<[string, WavChanges]>([
    ['it is not 16-bit PCM', { format: 3 }],
    ['it is not 16-bit PCM', { bitsPerSample: 8 }],
    ['it does not have 2 channels', { channels: 1 }],
    ['its sample rate is not 8000 Hz', { sampleRateHz: 16_000 }],
    ['its length is not the one that its header gives', { dataBytes: 44 }],
    ['its length is not the one that its header gives', { riffBytes: 9 }],
    ['it ends within a frame', { dataBytes: 38 }],
  ])('says that %s', (sentence, changes) => {
    expect(read(wavFile(10, changes))).toBe(sentence);
  });

  it('says of other files that they are no WAV files', () => {
    expect(read(Buffer.alloc(0))).toBe('it is not a WAV file');
    expect(read(Buffer.from('OggS and so on'))).toBe('it is not a WAV file');
    expect(read(Buffer.from('RIFF1234AVI '))).toBe('it is not a WAV file');
  });

  it('says that the samples are missing from a cut header', () => {
    expect(read(wavFile(0).subarray(0, 36))).toBe('its samples were not found');
    expect(read(Buffer.from('RIFF1234WAVEdata\0\0\0\0', 'latin1'))).toBe(
      'its format is not given before its samples',
    );
  });

  it('never throws and never counts more samples than there are, whatever the bytes', () => {
    const damaged = fc.tuple(fc.uint8Array({ maxLength: 80 }), fc.nat(60)).map(([noise, offset]) => {
      const file = wavFile(8);
      file.set(noise.subarray(0, Math.max(0, file.byteLength - offset)), offset);
      return file;
    });
    const counted = (file: Buffer): number => {
      const layout = read(file);
      return typeof layout === 'string' ? 0 : layout.dataBytes;
    };
    expect(() => fc.assert(fc.property(damaged, (file) => counted(file) <= file.byteLength))).not.toThrow();
  });
});
