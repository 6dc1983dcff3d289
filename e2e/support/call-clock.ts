import type { Page } from '@playwright/test';

interface StateChange {
  readonly state: string;
  readonly atMs: number;
}

interface PageWithCallStates {
  readonly callStates: StateChange[];
}

/**
 * Makes a page note when a call's state changes, by its own clock: a test that asks from outside learns of it late on a
 * busy machine. Before the page is opened.
 */
export async function watchCallStates(page: Page): Promise<void> {
  await page.addInitScript(() => {
    const callStates: StateChange[] = [];
    Object.assign(globalThis, { callStates } satisfies PageWithCallStates);
    const note = () => {
      const state = document.querySelector('[data-call-state]')?.getAttribute('data-call-state');
      if (state != null && callStates.at(-1)?.state !== state)
        callStates.push({ state, atMs: performance.now() });
    };
    new MutationObserver(note).observe(document, {
      attributes: true,
      attributeFilter: ['data-call-state'],
      childList: true,
      subtree: true,
    });
  });
}

/** How long the page's call was connected, as a person saw it. Milliseconds. */
export async function connectedDurationMs(page: Page): Promise<number> {
  const states = await page.evaluate(() => (globalThis as unknown as PageWithCallStates).callStates);
  const at = (wanted: string): number => {
    const change = states.find(({ state }) => state === wanted);
    if (change === undefined) throw new Error(`the call was never ${wanted}`);
    return change.atMs;
  };
  return at('Terminated') - at('Connected');
}

/** When the page's call was connected, in milliseconds since the Unix epoch. */
export const connectedAtMs = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const { callStates } = globalThis as unknown as PageWithCallStates;
    const connected = callStates.find(({ state }) => state === 'Connected');
    if (connected === undefined) throw new Error('the call was never connected');
    return performance.timeOrigin + connected.atMs;
  });
