import { expect, type Page } from '@playwright/test';

interface PageWithLamp {
  readonly watchedMedia: { readonly streams: readonly MediaStream[] };
  readonly lamp: {
    lastStopAtMs: number | null;
    endedAtMs: number | null;
    gate: Promise<void>;
    isAsked: boolean;
    answerPrompt: () => void;
  };
}

/**
 * Makes a page note when it stops its microphone, and when its call ends, by its own clock. Before the page is opened, after
 * `watchMedia`.
 */
export async function watchLamp(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const lamp: PageWithLamp['lamp'] = {
      lastStopAtMs: null,
      endedAtMs: null,
      gate: Promise.resolve(),
      isAsked: false,
      answerPrompt() {},
    };
    Object.assign(globalThis, { lamp });

    const { mediaDevices } = navigator;
    const open = mediaDevices.getUserMedia.bind(mediaDevices);
    mediaDevices.getUserMedia = async (constraints) => {
      lamp.isAsked = true;
      await lamp.gate;
      return open(constraints);
    };
    const stop = Reflect.get<MediaStreamTrack, 'stop'>(MediaStreamTrack.prototype, 'stop');
    MediaStreamTrack.prototype.stop = function stopAndNote(this: MediaStreamTrack) {
      if (this.readyState === 'live') lamp.lastStopAtMs = performance.now();
      stop.call(this);
    };

    // A call that is over is shown as such, or, beside the page of calls, not at all.
    const over = ['Terminated', 'Failed', 'Cancelled'].map((state) => `:not([data-call-state="${state}"])`);
    const live = `[data-call-state]${over.join('')}, [role="alertdialog"]`;
    let wasLive = false;
    const note = () => {
      const isLive = document.querySelector(live) !== null;
      if (isLive) lamp.endedAtMs = null;
      else if (wasLive) lamp.endedAtMs = performance.now();
      wasLive = isLive;
    };
    new MutationObserver(note).observe(document, { attributes: true, childList: true, subtree: true });
  });
}

/** From now on the browser asks, and nobody answers. */
export const askForMicrophone = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { lamp } = globalThis as unknown as PageWithLamp;
    lamp.isAsked = false;
    lamp.gate = new Promise((resolve) => {
      lamp.answerPrompt = resolve;
    });
  });

/** The browser has been asked for a microphone since then. */
export const expectPrompt = (page: Page): Promise<void> =>
  expect.poll(() => page.evaluate(() => (globalThis as unknown as PageWithLamp).lamp.isAsked)).toBe(true);

/** The person allows the microphone. What counts from now on is this moment: before, there was nothing to close. */
export const allowMicrophone = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { lamp } = globalThis as unknown as PageWithLamp;
    lamp.endedAtMs = performance.now();
    lamp.lastStopAtMs = null;
    lamp.answerPrompt();
  });

/** That the page has its microphone open. */
export const expectLampOn = (page: Page): Promise<void> =>
  expect
    .poll(() =>
      page.evaluate(() => {
        const { watchedMedia } = globalThis as unknown as PageWithLamp;
        return watchedMedia.streams.some((stream) =>
          stream.getTracks().some(({ readyState }) => readyState === 'live'),
        );
      }),
    )
    .toBe(true);

/** That the page has had a microphone open, and has let go of the last track of it within a second of its call's end. */
export async function expectLampGoesOut(page: Page): Promise<void> {
  const look = () =>
    page.evaluate(() => {
      const { lamp, watchedMedia } = globalThis as unknown as PageWithLamp;
      const tracks = watchedMedia.streams.flatMap((stream) => stream.getTracks());
      const { endedAtMs, lastStopAtMs } = lamp;
      return {
        live: tracks.filter(({ readyState }) => readyState === 'live').length,
        hasEnded: endedAtMs !== null,
        wasOpen: lastStopAtMs !== null,
        afterEndMs: (lastStopAtMs ?? 0) - (endedAtMs ?? 0),
      };
    });
  await expect.poll(look).toMatchObject({ live: 0, hasEnded: true, wasOpen: true });
  expect((await look()).afterEndMs).toBeLessThan(1000);
}
