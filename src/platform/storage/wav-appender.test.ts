import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PhoneError } from '#core/errors/phone-error.ts';
import { parseWavHeader } from '#core/recording/wav.ts';
import { closeWav, createWavAppender, type SyncFile } from './wav-appender.ts';

const format = { sampleRateHz: 16000, channels: 2 } as const;
const frames = (count: number) => new Uint8Array(count * 4).fill(7);

type WhenFull = 'writes what fits' | 'throws' | 'returns an error code';

/** A file in memory on a disk with so much room. */
function createMemoryFile(roomBytes = Number.POSITIVE_INFINITY, whenFull: WhenFull = 'writes what fits') {
  let content = new Uint8Array(0);
  let closed = false;
  let flushes = 0;
  const file: SyncFile = {
    write(bytes, { at }) {
      const fitting = Math.max(0, Math.min(bytes.byteLength, roomBytes - at));
      if (fitting < bytes.byteLength && whenFull === 'throws') {
        throw new DOMException('No room left.', 'QuotaExceededError');
      }
      if (fitting < bytes.byteLength && whenFull === 'returns an error code') return 2 ** 32 - 8;
      const grown = new Uint8Array(Math.max(content.byteLength, at + fitting));
      grown.set(content);
      grown.set(bytes.subarray(0, fitting), at);
      content = grown;
      return fitting;
    },
    truncate(size) {
      content = content.slice(0, size);
    },
    flush() {
      flushes += 1;
    },
    close() {
      closed = true;
    },
  };
  return { file, content: () => content, closed: () => closed, flushes: () => flushes };
}

describe('createWavAppender', () => {
  it('gives a file that says its own length', () => {
    fc.assert(
      fc.property(fc.array(fc.nat({ max: 300 }), { maxLength: 10 }), (pieces) => {
        const disk = createMemoryFile();
        const appender = createWavAppender(disk.file, format);
        for (const piece of pieces) appender.append(frames(piece));
        const dataBytes = appender.finish();

        expect(dataBytes).toBe(pieces.reduce((sum, piece) => sum + piece, 0) * 4);
        expect(disk.content().byteLength).toBe(44 + dataBytes);
        expect(parseWavHeader(disk.content())).toEqual({ ...format, dataBytes });
        expect(disk.closed()).toBe(true);
      }),
    );
  });

  it('can be read while it grows', () => {
    const disk = createMemoryFile();
    createWavAppender(disk.file, format).append(frames(3));
    expect(parseWavHeader(disk.content())).toEqual({ ...format, dataBytes: null });
  });

  it('flushes only what is new', () => {
    const disk = createMemoryFile();
    const appender = createWavAppender(disk.file, format);
    appender.append(frames(1));
    appender.flush();
    appender.flush();
    expect(disk.flushes()).toBe(1);
  });

  it.each<[WhenFull, number]>([
    ['writes what fits', 10],
    ['throws', 8],
    ['returns an error code', 8],
  ])('keeps what it has on a full disk that %s', (whenFull, keptFrames) => {
    // Room for 10 frames and 3 bytes of the next one.
    const disk = createMemoryFile(44 + 43, whenFull);
    const appender = createWavAppender(disk.file, format);
    appender.append(frames(8));
    expect(() => appender.append(frames(8))).toThrow(
      expect.objectContaining({ detail: expect.objectContaining({ code: 'recording/storage-full' }) }),
    );

    expect(appender.finish()).toBe(keptFrames * 4);
    expect(disk.content().byteLength).toBe(44 + keptFrames * 4);
    expect(parseWavHeader(disk.content())?.dataBytes).toBe(keptFrames * 4);
  });

  it('closes a file that it cannot begin', () => {
    const disk = createMemoryFile(10);
    expect(() => createWavAppender(disk.file, format)).toThrow(PhoneError);
    expect(disk.closed()).toBe(true);
  });
});

describe('closeWav', () => {
  it('repairs a file that was cut at any byte', () => {
    const disk = createMemoryFile();
    createWavAppender(disk.file, format).append(frames(5));
    for (let size = 44; size <= 64; size += 1) {
      const cut = createMemoryFile();
      cut.file.write(disk.content().slice(0, size), { at: 0 });
      const dataBytes = Math.floor((size - 44) / 4) * 4;
      closeWav(cut.file, format, dataBytes);
      expect(parseWavHeader(cut.content())?.dataBytes).toBe(dataBytes);
      expect(cut.content().byteLength).toBe(44 + dataBytes);
    }
  });
});
