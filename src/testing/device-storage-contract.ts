import { describe, expect, it } from 'vitest';
import type { DeviceStoragePort } from '#core/device-data/device-storage-port.ts';

/**
 * What every `DeviceStoragePort` does where storage is switched on. `keepSetting` keeps a setting in it, `leaveExport` a
 * file of so many bytes that was made to be saved.
 */
export function describeDeviceStorageContract(
  storage: DeviceStoragePort,
  keepSetting: (text: string) => void,
  leaveExport: (bytes: number) => Promise<void> | void,
): void {
  describe('the storage', () => {
    it('tells how much is used of how much', async () => {
      const figures = await storage.measure();
      expect(figures?.usedBytes).toBeGreaterThanOrEqual(0);
      expect(figures?.quotaBytes).toBeGreaterThan(figures?.usedBytes ?? Infinity);
      expect(await storage.keepsAnything()).toBe(true);
    });

    it('forgets the settings', async () => {
      const before = storage.settingsBytes();
      keepSetting('dark');
      expect(storage.settingsBytes()).toBeGreaterThan(before);
      await storage.forgetSettings();
      expect(storage.settingsBytes()).toBe(0);
    });

    it('deletes what is left of files that were made to be saved', async () => {
      expect(await storage.exportsBytes()).toBe(0);
      await leaveExport(1234);
      expect(await storage.exportsBytes()).toBe(1234);
      await storage.deleteExports();
      expect(await storage.exportsBytes()).toBe(0);
    });

    it('is kept when the browser says so', async () => {
      const isKept = await storage.persist();
      expect(await storage.isPersisted()).toBe(isKept);
    });
  });
}
