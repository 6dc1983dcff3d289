import { expect, type Page } from '@playwright/test';

interface WatchedWorkers {
  readonly watchedWorkers: { readonly all: Worker[]; readonly loaded: Set<Worker> };
}

/** Makes a page remember the workers that encoded frames may pass. Before the page is opened. */
export const watchFrameWorkers = (page: Page): Promise<unknown> =>
  page.addInitScript(() => {
    const watchedWorkers: WatchedWorkers['watchedWorkers'] = { all: [], loaded: new Set() };
    Object.assign(globalThis, { watchedWorkers } satisfies WatchedWorkers);
    globalThis.Worker = class extends Worker {
      constructor(url: string | URL, options?: WorkerOptions) {
        super(url, options);
        if (!String(url).includes('frames')) return;
        watchedWorkers.all.push(this);
        this.addEventListener('message', () => watchedWorkers.loaded.add(this));
      }
    };
  });

/** Waits until the next call passes one: a call in the first moments of its page does not. */
export async function expectFrameWorkers(page: Page): Promise<void> {
  const loaded = () =>
    page.evaluate(() => (globalThis as unknown as WatchedWorkers).watchedWorkers.loaded.size);
  await expect.poll(loaded).toBe(2);
}

/** Ends the two that were there when the first call began: its own, and the one that stood by. */
export const terminateFrameWorkers = (page: Page): Promise<void> =>
  page.evaluate(() =>
    (globalThis as unknown as WatchedWorkers).watchedWorkers.all
      .slice(0, 2)
      .forEach((worker) => worker.terminate()),
  );
