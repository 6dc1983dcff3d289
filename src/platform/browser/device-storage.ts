import type { ReadUsedRoom } from '#core/recording/device-room.ts';
import type { Logger } from '#core/shared/logger.ts';

/** What is used of this origin's storage. In a page without a secure context there is none, and nothing is told. */
export function createReadUsedRoom(storage: Pick<StorageManager, 'estimate'> | undefined): ReadUsedRoom {
  return async () => {
    try {
      const { usage, quota } = (await storage?.estimate()) ?? {};
      return usage === undefined || quota === undefined || quota <= 0 ? null : Math.min(1, usage / quota);
    } catch {
      return null;
    }
  };
}

/**
 * Asks that the browser does not clear this origin's storage when it needs room. Nobody waits for the answer: Firefox asks
 * the person, who may leave the question open for ever (measured).
 */
export function keepDeviceStorage(
  storage: Pick<StorageManager, 'persist'> | undefined,
  logger: Pick<Logger, 'info' | 'warn'>,
): void {
  const ask = async () => {
    try {
      if (await storage?.persist()) return;
      logger.info('the browser may clear recordings when this device has no room left');
    } catch (error) {
      logger.warn('the storage could not be kept', { error: String(error) });
    }
  };
  void ask();
}
