import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { PhoneError } from '#core/errors/phone-error.ts';
import { parseWavHeader } from '#core/recording/wav.ts';
import { createFakeFile, type WhenFull } from '#testing/fake-disk.ts';
import { closeWav, createWavAppender } from './wav-appender.ts';

const format = { sampleRateHz: 16000, channels: 2 } as const;
const frames = (count: number) => new Uint8Array(count * 4).fill(7);

describe('createWavAppender', () => {
  it('gives a file that says its own length', async () => {
    await fc.assert(
      fc.asyncProperty(fc.array(fc.nat({ max: 300 }), { maxLength: 10 }), async (pieces) => {
        const disk = createFakeFile();
        const appender = await createWavAppender(disk, format);
        for (const piece of pieces) appender.append(frames(piece));
        const dataBytes = await appender.finish();

        expect(dataBytes).toBe(pieces.reduce((sum, piece) => sum + piece, 0) * 4);
        expect(disk.content().byteLength).toBe(44 + dataBytes);
        expect(parseWavHeader(disk.content())).toEqual({ ...format, dataBytes });
        expect(disk.closed()).toBe(true);
      }),
    );
  });

  it('can be read while it grows', async () => {
    const disk = createFakeFile();
    (await createWavAppender(disk, format)).append(frames(3));
    expect(parseWavHeader(disk.content())).toEqual({ ...format, dataBytes: null });
  });

  it('flushes only what is new', async () => {
    const disk = createFakeFile();
    const appender = await createWavAppender(disk, format);
    appender.append(frames(1));
    appender.flush();
    appender.flush();
    expect(disk.flushes()).toBe(1);
  });

  it.each<[WhenFull, number]>([
    ['writes what fits', 10],
    ['throws', 8],
    ['returns an error code', 8],
  ])('keeps what it has on a full disk that %s', async (whenFull, keptFrames) => {
    // Room for 10 frames and 3 bytes of the next one.
    const disk = createFakeFile(44 + 43, whenFull);
    const appender = await createWavAppender(disk, format);
    appender.append(frames(8));
    expect(() => appender.append(frames(8))).toThrow(
      expect.objectContaining({ detail: expect.objectContaining({ code: 'recording/storage-full' }) }),
    );

    expect(await appender.finish()).toBe(keptFrames * 4);
    expect(disk.content().byteLength).toBe(44 + keptFrames * 4);
    expect(parseWavHeader(disk.content())?.dataBytes).toBe(keptFrames * 4);
  });

  it('keeps what it has on a disk that says only at the end that it is full', async () => {
    const disk = createFakeFile();
    const close = () => Promise.reject(new DOMException('No room left.', 'QuotaExceededError'));
    const settle = () => Promise.resolve(44 + 8 * 4 + 3);
    const appender = await createWavAppender({ ...disk, close, settle }, format);
    appender.append(frames(20));
    expect(await appender.finish()).toBe(8 * 4);
  });

  it('says that its file could not be completed', async () => {
    const close = () => Promise.reject(new DOMException('Gone.', 'InvalidStateError'));
    const appender = await createWavAppender({ ...createFakeFile(), close }, format);
    await expect(appender.finish()).rejects.toMatchObject({ detail: { code: 'recording/storage-failed' } });
  });

  it('closes a file that it cannot begin', async () => {
    const disk = createFakeFile(10);
    await expect(createWavAppender(disk, format)).rejects.toThrow(PhoneError);
    expect(disk.closed()).toBe(true);
  });
});

describe('closeWav', () => {
  it('repairs a file that was cut at any byte', async () => {
    const disk = createFakeFile();
    (await createWavAppender(disk, format)).append(frames(5));
    for (let size = 44; size <= 64; size += 1) {
      const cut = createFakeFile();
      cut.write(disk.content().slice(0, size), { at: 0 });
      const dataBytes = Math.floor((size - 44) / 4) * 4;
      await closeWav(cut, format, dataBytes);
      expect(parseWavHeader(cut.content())?.dataBytes).toBe(dataBytes);
      expect(cut.content().byteLength).toBe(44 + dataBytes);
    }
  });
});
