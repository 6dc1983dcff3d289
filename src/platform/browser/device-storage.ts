import type { DeviceStoragePort, StorageFigures } from '#core/device-data/device-storage-port.ts';
import type { ReadUsedRoom } from '#core/recording/device-room.ts';
import type { Logger } from '#core/shared/logger.ts';
import { forgetHandle } from '../folder/kept-handle.ts';
import { deleteScratches, measureScratches } from '../sound-files/scratch-file.ts';

/** In a page without a secure context there is no storage of which anything is told. */
type Estimating = Pick<StorageManager, 'estimate'> | undefined;

async function measure(storage: Estimating): Promise<StorageFigures | null> {
  try {
    const { usage, quota } = (await storage?.estimate()) ?? {};
    if (usage === undefined || quota === undefined || quota <= 0) return null;
    return { usedBytes: usage, quotaBytes: quota };
  } catch {
    return null;
  }
}

/** What is used of this origin's storage. */
export const createReadUsedRoom =
  (storage: Estimating): ReadUsedRoom =>
  async () => {
    const figures = await measure(storage);
    return figures === null ? null : Math.min(1, figures.usedBytes / figures.quotaBytes);
  };

const prefix = 'sidetone.';
const probe = `${prefix}probe`;

/** What the page keeps as texts and is no setting: `core/registration` and `core/history` forget these by themselves. */
const noSettings: readonly string[] = [`${prefix}sign-in`, `${prefix}unsaved-calls`];

const settingKeys = (): readonly string[] =>
  Object.keys(localStorage).filter((key) => key.startsWith(prefix) && !noSettings.includes(key));

/** JavaScript's texts have two bytes for each character. */
const bytesOf = (text: string): number => 2 * text.length;

/** The storage of this origin. Who switches it off gets a `localStorage` that throws, and so does everything else. */
export function createDeviceStorage(): DeviceStoragePort {
  const { storage }: { readonly storage: StorageManager | undefined } = navigator;
  return {
    measure: () => measure(storage),
    async isPersisted() {
      try {
        return (await storage?.persisted()) ?? null;
      } catch {
        return null;
      }
    },
    async persist() {
      try {
        return (await storage?.persist()) ?? false;
      } catch {
        return false;
      }
    },
    keepsAnything() {
      try {
        localStorage.setItem(probe, '');
        localStorage.removeItem(probe);
        return Promise.resolve(true);
      } catch (error) {
        // A full one keeps what it has.
        return Promise.resolve(error instanceof DOMException && error.name === 'QuotaExceededError');
      }
    },
    exportsBytes: measureScratches,
    deleteExports: deleteScratches,
    settingsBytes() {
      try {
        return settingKeys().reduce(
          (sum, key) => sum + bytesOf(key) + bytesOf(localStorage.getItem(key) ?? ''),
          0,
        );
      } catch {
        return 0;
      }
    },
    async forgetSettings() {
      try {
        for (const key of settingKeys()) localStorage.removeItem(key);
        await forgetHandle();
      } catch {
        // Nothing was kept.
      }
    },
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
