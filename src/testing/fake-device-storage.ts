import type { DeviceStoragePort, StorageFigures } from '#core/device-data/device-storage-port.ts';

/** Storage of which a test says what it is. At first 12 MB of 1 GB are used, and the browser may clear it. */
export interface FakeDeviceStorage extends DeviceStoragePort {
  readonly setFigures: (figures: StorageFigures | null) => void;
  /** From now on the browser keeps nothing. */
  readonly switchOff: () => void;
  /** What the browser says when it is asked to keep it. At first yes. */
  readonly answer: (isKept: boolean) => void;
  readonly keepSetting: (text: string) => void;
  /** So much is left of files that were made to be saved. */
  readonly leaveExports: (bytes: number) => void;
  /** From now on it does not say how much is used. */
  readonly hang: () => void;
}

export function createFakeDeviceStorage(): FakeDeviceStorage {
  let figures: StorageFigures | null = { usedBytes: 12_000_000, quotaBytes: 1_000_000_000 };
  let isOn = true;
  let isPersisted = false;
  let answer = true;
  let hangs = false;
  let settings = '';
  let exportsBytes = 0;
  return {
    setFigures(next) {
      figures = next;
    },
    switchOff() {
      isOn = false;
    },
    answer(isKept) {
      answer = isKept;
    },
    hang() {
      hangs = true;
    },
    measure: () => (hangs ? new Promise(() => undefined) : Promise.resolve(figures)),
    isPersisted: () => Promise.resolve(isPersisted),
    persist() {
      isPersisted = answer;
      return Promise.resolve(answer);
    },
    keepsAnything: () => Promise.resolve(isOn),
    leaveExports(bytes) {
      exportsBytes = bytes;
    },
    exportsBytes: () => Promise.resolve(exportsBytes),
    deleteExports() {
      exportsBytes = 0;
      return Promise.resolve();
    },
    settingsBytes: () => settings.length,
    forgetSettings() {
      settings = '';
      return Promise.resolve();
    },
    keepSetting(text) {
      settings = text;
    },
  };
}
