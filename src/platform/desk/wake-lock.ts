/**
 * Keeps the screen on while that is wanted. The browser drops the lock of a page that is out of sight (Screen Wake Lock
 * §6.3), so it is asked for again when the page is back.
 */
export function createWakeLock(
  wakeLock: Pick<WakeLock, 'request'> | undefined,
  page: Pick<Document, 'visibilityState' | 'addEventListener'>,
): (wanted: boolean) => void {
  let isWanted = false;
  let held: WakeLockSentinel | null = null;
  let asking = false;

  const settle = async (): Promise<void> => {
    if (asking || wakeLock === undefined) return;
    asking = true;
    try {
      if (isWanted && (held === null || held.released) && page.visibilityState === 'visible') {
        held = await wakeLock.request('screen');
      }
      if (!isWanted && held !== null) {
        const lock = held;
        held = null;
        await lock.release();
      }
    } catch {
      // A battery that runs low: the screen goes off, the call goes on.
    } finally {
      asking = false;
    }
    // What was wanted may have changed while the browser was asked.
    if (!isWanted && held !== null) await settle();
  };

  page.addEventListener('visibilitychange', () => void settle());
  return (wanted) => {
    if (wanted === isWanted) return;
    isWanted = wanted;
    void settle();
  };
}
