import { describe, expect, it } from 'vitest';
import type { AudioSource } from '#core/media/audio-source.ts';
import type { CallAudioPort } from '#core/media/call-audio-port.ts';

/** Call audio on a page that may make sound, and an ear at its loudspeaker. */
export interface CallAudioStage {
  readonly callAudio: CallAudioPort;
  /** Resolves with whether a tone of the telephone's own sounds now. */
  readonly isToneHeard: () => Promise<boolean>;
  /** Whether this remote party is played. */
  readonly isPlayed: (source: AudioSource) => boolean;
  /** The device, beside the default, on which a remote party is played. */
  readonly outputOf: (source: AudioSource) => string | null;
  /** The devices, beside the default, on which the telephone's tones are played. */
  readonly toneOutputs: () => readonly string[];
  /** Two output devices beside the default. */
  readonly otherOutputs: () => Promise<readonly [string, string]>;
  /** A remote party that makes a steady sound. */
  readonly openRemote: () => AudioSource;
  /** Takes its sound from it, as a hold does. */
  readonly silence: (source: AudioSource) => void;
}

/** What every `CallAudioPort` does where the browser lets the page make sound. */
export function describeCallAudioContract(setStage: () => CallAudioStage): void {
  describe('call audio', () => {
    it.each(['prepare', 'unlock'] as const)('knows after %s that sound is allowed', async (name) => {
      const { callAudio } = setStage();
      expect(callAudio.permission.getState()).toBe('unknown');
      await callAudio[name]();
      expect(callAudio.permission.getState()).toBe('allowed');
    });

    it.each(['startRinging', 'startCallWaiting', 'startAutoAnswerTone', 'startRingback'] as const)(
      '%s sounds until it is stopped',
      async (name) => {
        const { callAudio, isToneHeard } = setStage();
        const stop = callAudio[name]();
        await expect.poll(() => callAudio.permission.getState()).toBe('allowed');
        // A whole period, or a busy machine listens in the pauses only.
        await expect.poll(isToneHeard, { timeout: 5000 }).toBe(true);
        stop();
        expect(await isToneHeard()).toBe(false);
      },
    );

    it('stops one tone and leaves the other', async () => {
      const { callAudio, isToneHeard } = setStage();
      await callAudio.prepare();
      const [stopRinging, stopRingback] = [callAudio.startRinging(), callAudio.startRingback()];
      stopRinging();
      expect(await isToneHeard()).toBe(true);
      stopRingback();
      expect(await isToneHeard()).toBe(false);
    });

    it('mixes what there is, also where a party has lost its sound', async () => {
      const { callAudio, openRemote, silence } = setStage();
      await callAudio.prepare();
      const [first, second] = [openRemote(), openRemote()];
      const stopPlaying = [callAudio.playRemote(first), callAudio.playRemote(second)];
      silence(second);
      const mix = callAudio.mix([first, second]);
      const meter = callAudio.meter(mix.source);
      await expect.poll(meter.rms).toBeGreaterThan(0.01);
      meter.stop();
      mix.stop();
      for (const stop of stopPlaying) stop();
    });

    it('plays each remote party until it is stopped', async () => {
      const { callAudio, isPlayed, openRemote } = setStage();
      await callAudio.prepare();
      const [first, second] = [openRemote(), openRemote()];
      const [stopFirst, stopSecond] = [callAudio.playRemote(first), callAudio.playRemote(second)];
      await expect.poll(() => [isPlayed(first), isPlayed(second)]).toEqual([true, true]);
      stopFirst();
      stopFirst();
      expect([isPlayed(first), isPlayed(second)]).toEqual([false, true]);
      stopSecond();
      expect(isPlayed(second)).toBe(false);
    });

    it('plays on the speaker that was chosen, also who is played already, and on the default again', async () => {
      const { callAudio, outputOf, isPlayed, openRemote, otherOutputs } = setStage();
      const [speaker] = await otherOutputs();
      const [before, after] = [openRemote(), openRemote()];
      const stopBefore = callAudio.playRemote(before);
      expect(outputOf(before)).toBeNull();
      await callAudio.setOutput('speaker', speaker);
      const stopAfter = callAudio.playRemote(after);
      await expect.poll(() => [before, after].map(isPlayed)).toEqual([true, true]);
      expect([before, after].map(outputOf)).toEqual([speaker, speaker]);
      await callAudio.setOutput('speaker', null);
      expect([before, after].map(outputOf)).toEqual([null, null]);
      stopBefore();
      stopAfter();
    });

    it('rings on the ringer, and sounds its other tones on the speaker', async () => {
      const { callAudio, toneOutputs, otherOutputs } = setStage();
      const [speaker, ringer] = await otherOutputs();
      await callAudio.prepare();
      const stopRinging = callAudio.startRinging();
      await callAudio.setOutput('ringer', ringer);
      await callAudio.setOutput('speaker', speaker);
      await expect.poll(toneOutputs).toEqual([ringer]);
      stopRinging();
      expect(toneOutputs()).toEqual([]);
      const stopRingback = callAudio.startRingback();
      await expect.poll(toneOutputs).toEqual([speaker]);
      stopRingback();
      expect(toneOutputs()).toEqual([]);
    });

    it('goes on as it was when the device that is chosen is gone', async () => {
      const { callAudio, outputOf, openRemote, otherOutputs } = setStage();
      const [speaker] = await otherOutputs();
      await callAudio.setOutput('speaker', speaker);
      const remote = openRemote();
      const stop = callAudio.playRemote(remote);
      await expect(callAudio.setOutput('speaker', 'gone')).rejects.toMatchObject({
        detail: { code: 'media/device-gone' },
      });
      await expect.poll(() => outputOf(remote)).toBe(speaker);
      stop();
    });

    it('beeps to the person, and into what is sent with the microphone, until it is stopped', async () => {
      const { callAudio, isToneHeard, openRemote } = setStage();
      await callAudio.prepare();
      const beep = callAudio.startBeep(openRemote(), 1);
      await expect.poll(isToneHeard, { timeout: 5000 }).toBe(true);
      const meter = callAudio.meter(beep.outgoing);
      await expect.poll(meter.rms).toBeGreaterThan(0.3);
      beep.setMicrophone(openRemote());
      await expect.poll(meter.rms).toBeGreaterThan(0.3);
      beep.stop();
      expect(await isToneHeard()).toBe(false);
      meter.stop();
    });

    it('measures how loud a remote party is until it is told to stop', async () => {
      const { callAudio, openRemote } = setStage();
      await callAudio.prepare();
      const remote = openRemote();
      const stopPlaying = callAudio.playRemote(remote);
      const meter = callAudio.meter(remote);
      await expect.poll(meter.rms).toBeGreaterThan(0.1);
      expect(meter.rms()).toBeLessThanOrEqual(1);
      meter.stop();
      await expect.poll(meter.rms).toBe(0);
      stopPlaying();
    });
  });
}
