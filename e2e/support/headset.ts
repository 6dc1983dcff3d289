import type { Page } from '@playwright/test';

/** What a headset hears. */
export const headsetToneHz = 700;

interface PageWithHeadset {
  readonly headset: {
    /** Listed by the browser. */
    plugged: boolean;
    /** Still there when the page opens it. */
    openable: boolean;
    readonly opened: MediaStream[];
  };
  readonly watchedMedia: { readonly streams: MediaStream[] };
}

/**
 * Plugs a headset into a page, beside what its browser has. Its sound is real and goes the way of every microphone's; that
 * it can be unplugged is what Chromium's fake devices cannot do. Before the page is opened, after `watchMedia`.
 */
export async function addHeadset(page: Page): Promise<void> {
  await page.addInitScript((toneHz: number) => {
    const world = globalThis as unknown as PageWithHeadset;
    const headset: PageWithHeadset['headset'] = { plugged: true, openable: true, opened: [] };
    Object.assign(globalThis, { headset });
    const { mediaDevices } = navigator;
    const list = mediaDevices.enumerateDevices.bind(mediaDevices);
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    const told = { deviceId: 'headset', groupId: 'headset', label: 'Headset' };

    mediaDevices.enumerateDevices = async () => {
      const info = { ...told, kind: 'audioinput', toJSON: () => told } as const;
      return [...(await list()), ...(headset.plugged ? [info] : [])];
    };
    mediaDevices.getUserMedia = async (constraints) => {
      const audio = constraints?.audio;
      const wanted = typeof audio === 'object' ? JSON.stringify(audio.deviceId ?? null) : 'null';
      if (!wanted.includes('"headset"')) return open(constraints);
      if (!headset.openable) throw new OverconstrainedError('deviceId');
      const context = new AudioContext();
      const destination = new MediaStreamAudioDestinationNode(context, { channelCount: 1 });
      const tone = new OscillatorNode(context, { frequency: toneHz });
      tone.connect(new GainNode(context, { gain: 0.5 })).connect(destination);
      tone.start();
      for (const track of destination.stream.getAudioTracks()) {
        track.getSettings = () => told;
      }
      headset.opened.push(destination.stream);
      world.watchedMedia.streams.push(destination.stream);
      return destination.stream;
    };
  }, headsetToneHz);
}

/** Unplugs it: its tracks end, clones too, and the browser tells of the change. */
export const unplugHeadset = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { headset } = globalThis as unknown as PageWithHeadset;
    headset.plugged = headset.openable = false;
    for (const track of headset.opened.splice(0).flatMap((stream) => stream.getTracks())) {
      track.stop();
      track.dispatchEvent(new Event('ended'));
    }
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
  });

/** Plugs it in again. */
export const plugHeadset = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { headset } = globalThis as unknown as PageWithHeadset;
    headset.plugged = headset.openable = true;
    navigator.mediaDevices.dispatchEvent(new Event('devicechange'));
  });

/** Takes it away without the browser having told of it yet: it is listed, and cannot be opened. */
export const loseHeadset = (page: Page): Promise<void> =>
  page.evaluate(() => {
    (globalThis as unknown as PageWithHeadset).headset.openable = false;
  });
