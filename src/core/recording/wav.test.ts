import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { encodeWavHeader, parseWavHeader, wavFileDurationMs, wavHeaderBytes, wholeDataBytes } from './wav.ts';

const hex = (bytes: Uint8Array) => Buffer.from(bytes).toString('hex');
const anyFormat = fc.record({
  sampleRateHz: fc.integer({ min: 1, max: 384_000 }),
  channels: fc.constantFrom<1 | 2>(1, 2),
});

describe('encodeWavHeader', () => {
  it('writes the canonical 44 bytes', () => {
    expect(hex(encodeWavHeader({ sampleRateHz: 16000, channels: 2, dataBytes: 880 }))).toBe(
      '524946469403000057415645666d74201000000001000200803e000000fa0000040010006461746170030000',
    );
  });

  it('writes the largest sizes while the length is unknown, and when it does not fit', () => {
    const unknown = encodeWavHeader({ sampleRateHz: 48000, channels: 2, dataBytes: null });
    expect(hex(unknown.subarray(4, 8))).toBe('ffffffff');
    expect(hex(unknown.subarray(40, 44))).toBe('ffffffff');
    expect(encodeWavHeader({ sampleRateHz: 48000, channels: 2, dataBytes: 2 ** 32 })).toEqual(unknown);
  });
});

describe('parseWavHeader', () => {
  it('reads back what was written', () => {
    fc.assert(
      fc.property(anyFormat, fc.option(fc.integer({ min: 0, max: 2 ** 32 - 100 })), (format, dataBytes) => {
        expect(parseWavHeader(encodeWavHeader({ ...format, dataBytes }))).toEqual({ ...format, dataBytes });
      }),
    );
  });

  it('refuses a header with any byte changed to something that it never writes', () => {
    const header = encodeWavHeader({ sampleRateHz: 16000, channels: 2, dataBytes: 880 });
    // Bytes 24..27 are the rate, which the byte rate must match; 40..43 the length, which the RIFF size must match.
    for (let index = 0; index < wavHeaderBytes; index += 1) {
      const changed = header.slice();
      changed[index] = (changed[index] ?? 0) ^ 0x80;
      expect(parseWavHeader(changed), `byte ${String(index)}`).toBeNull();
    }
  });

  it('never throws, whatever the bytes', () => {
    fc.assert(
      fc.property(fc.uint8Array({ maxLength: 100 }), (bytes) => {
        expect(parseWavHeader(bytes)).toBeNull();
      }),
    );
  });
});

describe('wholeDataBytes', () => {
  it('is the largest number of whole frames that fits behind the header', () => {
    fc.assert(
      fc.property(anyFormat, fc.integer({ min: 0, max: 1_000_000 }), (format, fileBytes) => {
        const frameBytes = format.channels * 2;
        const data = wholeDataBytes(fileBytes, format);
        const behindHeader = Math.max(0, fileBytes - wavHeaderBytes);
        expect(data % frameBytes).toBe(0);
        expect(data).toBeLessThanOrEqual(behindHeader);
        expect(behindHeader - data).toBeLessThan(frameBytes);
      }),
    );
  });
});

describe('wavFileDurationMs', () => {
  const file = (dataBytes: number | null, bodyBytes: number) =>
    Buffer.concat([encodeWavHeader({ sampleRateHz: 8000, channels: 2, dataBytes }), Buffer.alloc(bodyBytes)]);

  it('takes the length from the header', () => {
    expect(wavFileDurationMs(file(32_000, 32_000))).toBe(1000);
  });

  it('takes the length from the file where the header does not know it', () => {
    expect(wavFileDurationMs(file(null, 16_003))).toBe(500);
  });

  it('is 0 for junk', () => {
    expect(wavFileDurationMs(Buffer.from('not wav'))).toBe(0);
  });
});
