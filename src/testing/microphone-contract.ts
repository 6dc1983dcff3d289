import { describe, expect, it } from 'vitest';
import type { AudioSource } from '#core/media/audio-source.ts';
import type { MicrophonePort, MicrophoneWish } from '#core/media/microphone-port.ts';

/** A microphone into which somebody speaks. */
export interface MicrophoneStage {
  readonly microphone: MicrophonePort;
  /** Listens until the speaker was heard, or long enough to be sure; resolves with the copies that carried sound. */
  readonly heard: (copies: readonly AudioSource[]) => Promise<readonly AudioSource[]>;
  /** Unplugs the device; the browser has another one. */
  readonly replug: () => void;
  /** A device beside the default. */
  readonly otherDevice: () => Promise<string>;
  /** Whether what a copy gives comes from this device. */
  readonly isFrom: (source: AudioSource, deviceId: string) => boolean;
  /** Whether the device is open now: its lamp is lit. */
  readonly isOpen: () => boolean;
}

const ignore = () => undefined;
const wishFor = (deviceId: string | null): MicrophoneWish => ({
  deviceId,
  groupId: null,
  processing: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
});

/** What every `MicrophonePort` does where there is a microphone and the person allows it. */
export function describeMicrophoneContract(setStage: () => MicrophoneStage): void {
  describe('a microphone', () => {
    it('gives each call a copy of its own', async () => {
      const { microphone, heard, isOpen } = setStage();
      expect(isOpen()).toBe(false);
      const [first, second] = await Promise.all([microphone.acquire(ignore), microphone.acquire(ignore)]);
      const copies = [first.source, second.source];
      expect(first.source).not.toBe(second.source);
      expect(isOpen()).toBe(true);
      expect(await heard(copies)).toEqual(copies);
      first.release();
      second.release();
    });

    it('mutes one copy and no other, until it is unmuted', async () => {
      const { microphone, heard } = setStage();
      const [first, second] = await Promise.all([microphone.acquire(ignore), microphone.acquire(ignore)]);
      const copies = [first.source, second.source];
      first.setMuted(true);
      expect(await heard(copies)).toEqual([second.source]);
      first.setMuted(false);
      expect(await heard(copies)).toEqual(copies);
      first.release();
      second.release();
    });

    it('stays open until the last copy is released, however often another one is', async () => {
      const { microphone, heard, isOpen } = setStage();
      const [first, second] = await Promise.all([microphone.acquire(ignore), microphone.acquire(ignore)]);
      first.release();
      first.release();
      first.setMuted(false);
      expect(await heard([first.source, second.source])).toEqual([second.source]);
      expect(isOpen()).toBe(true);
      second.release();
      await expect.poll(isOpen).toBe(false);
    });

    it('goes on with another device when its own is unplugged, muted as it was', async () => {
      const { microphone, heard, replug, isOpen } = setStage();
      const replaced: AudioSource[] = [];
      const first = await microphone.acquire((source) => replaced.push(source));
      const second = await microphone.acquire((source) => replaced.push(source));
      const before = [first.source, second.source];
      second.setMuted(true);
      replug();
      await expect.poll(() => replaced).toHaveLength(2);
      expect(replaced).toEqual([first.source, second.source]);
      expect(await heard([...before, ...replaced])).toEqual([first.source]);
      second.setMuted(false);
      expect(await heard(replaced)).toEqual(replaced);
      first.release();
      second.release();
      await expect.poll(isOpen).toBe(false);
    });

    it('moves to the device that is wished for, muted as it was, and back', async () => {
      const { microphone, heard, otherDevice, isFrom, isOpen } = setStage();
      const other = await otherDevice();
      const replaced: AudioSource[] = [];
      const first = await microphone.acquire((source) => replaced.push(source));
      const second = await microphone.acquire((source) => replaced.push(source));
      const before = [first.source, second.source];
      second.setMuted(true);
      await microphone.use(wishFor(other));
      expect(replaced).toEqual([first.source, second.source]);
      expect(replaced.map((source) => isFrom(source, other))).toEqual([true, true]);
      expect(await heard([...before, ...replaced])).toEqual([first.source]);
      await microphone.use(wishFor(null));
      expect(isFrom(first.source, other)).toBe(false);
      expect(await heard([first.source, second.source])).toEqual([first.source]);
      first.release();
      second.release();
      await expect.poll(isOpen).toBe(false);
    });

    it('leaves its copies alone when it is in use as wished', async () => {
      const { microphone, otherDevice } = setStage();
      await microphone.use(wishFor(await otherDevice()));
      const replaced: AudioSource[] = [];
      const copy = await microphone.acquire((source) => replaced.push(source));
      await microphone.use(wishFor(await otherDevice()));
      expect(replaced).toEqual([]);
      copy.release();
    });

    it('opens the device that was wished for before, and the default where that is gone', async () => {
      const { microphone, otherDevice, isFrom, isOpen } = setStage();
      const other = await otherDevice();
      await microphone.use(wishFor(other));
      expect(isOpen()).toBe(false);
      const wished = await microphone.acquire(ignore);
      expect(isFrom(wished.source, other)).toBe(true);
      wished.release();
      await expect.poll(isOpen).toBe(false);
      await microphone.use(wishFor('gone'));
      const instead = await microphone.acquire(ignore);
      expect(isFrom(instead.source, other)).toBe(false);
      instead.release();
    });

    it('goes on as it was when the device that is wished for is gone', async () => {
      const { microphone, heard, isOpen } = setStage();
      const replaced: AudioSource[] = [];
      const copy = await microphone.acquire((source) => replaced.push(source));
      await expect(microphone.use(wishFor('gone'))).rejects.toMatchObject({
        detail: { code: 'media/device-gone' },
      });
      expect(replaced).toEqual([]);
      expect(await heard([copy.source])).toEqual([copy.source]);
      copy.release();
      await expect.poll(isOpen).toBe(false);
    });

    it('opens again after it was closed', async () => {
      const { microphone, heard, isOpen } = setStage();
      (await microphone.acquire(ignore)).release();
      await expect.poll(isOpen).toBe(false);
      const again = await microphone.acquire(ignore);
      expect(await heard([again.source])).toEqual([again.source]);
      again.release();
      await expect.poll(isOpen).toBe(false);
    });
  });
}
