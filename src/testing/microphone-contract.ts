import { describe, expect, it } from 'vitest';
import type { AudioSource } from '#core/media/audio-source.ts';
import type { MicrophonePort } from '#core/media/microphone-port.ts';

/** A microphone into which somebody speaks. */
export interface MicrophoneStage {
  readonly microphone: MicrophonePort;
  /** Listens until the speaker was heard, or long enough to be sure; resolves with the copies that carried sound. */
  readonly heard: (copies: readonly AudioSource[]) => Promise<readonly AudioSource[]>;
  /** Unplugs the device; the browser has another one. */
  readonly replug: () => void;
  /** Whether the device is open now: its lamp is lit. */
  readonly isOpen: () => boolean;
}

const ignore = () => undefined;

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
