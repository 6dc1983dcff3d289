import type { Page } from '@playwright/test';

interface Watched {
  screenLocks?: WakeLockSentinel[];
}

/** Allows a page to keep the screen on, and remembers when it does. Before the page is opened. */
export async function watchScreenLocks(page: Page): Promise<void> {
  await page.context().grantPermissions(['microphone', 'screen-wake-lock']);
  await page.addInitScript(() => {
    const locks: WakeLockSentinel[] = [];
    (window as Window & Watched).screenLocks = locks;
    const request = navigator.wakeLock.request.bind(navigator.wakeLock);
    navigator.wakeLock.request = async (type) => {
      const lock = await request(type);
      locks.push(lock);
      return lock;
    };
  });
}

/** How many locks of the page keep the screen on. */
export const heldLocks = (page: Page): Promise<number> =>
  page.evaluate(
    () => ((window as Window & Watched).screenLocks ?? []).filter(({ released }) => !released).length,
  );
