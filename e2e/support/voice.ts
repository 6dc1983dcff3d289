import type { Page } from '@playwright/test';

interface PageWithVoice {
  readonly watchedMedia: { readonly streams: MediaStream[] };
}

/**
 * Gives a page a microphone that hears a tone of its own, where the one of its browser is not enough. Quiet enough that four of
 * them can be mixed without being cut off. Before the page is opened, after `watchMedia`.
 */
export async function giveVoice(page: Page, toneHz: number): Promise<void> {
  await page.addInitScript((frequency: number) => {
    if (!isSecureContext) return;
    let voice: { readonly context: AudioContext; readonly tone: AudioNode } | undefined;
    const createVoice = () => {
      const context = new AudioContext();
      // It may be asked for before the person has touched the page.
      addEventListener('pointerdown', () => void context.resume(), { capture: true });
      const oscillator = new OscillatorNode(context, { frequency });
      oscillator.start();
      return { context, tone: oscillator.connect(new GainNode(context, { gain: 0.25 })) };
    };
    navigator.mediaDevices.getUserMedia = () => {
      voice ??= createVoice();
      const { context, tone } = voice;
      const microphone = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
      tone.connect(microphone);
      (globalThis as unknown as PageWithVoice).watchedMedia.streams.push(microphone.stream);
      return Promise.resolve(microphone.stream);
    };
  }, toneHz);
}
