import { describe, expect, it } from 'vitest';
import { silentLogger } from '#core/shared/logger.ts';
import { createReadUsedRoom, keepDeviceStorage } from './device-storage.ts';

const storageThatSays = (estimate: StorageEstimate) => ({ estimate: () => Promise.resolve(estimate) });

describe('createReadUsedRoom', () => {
  it.each<[string, StorageEstimate, number | null]>([
    ['a part', { usage: 8, quota: 10 }, 0.8],
    ['more than there is', { usage: 12, quota: 10 }, 1],
    ['nothing of its quota', { usage: 8 }, null],
    ['no room at all', { usage: 0, quota: 0 }, null],
  ])('reads %s', async (_, estimate, used) => {
    expect(await createReadUsedRoom(storageThatSays(estimate))()).toBe(used);
  });

  it('has no answer where the browser has none', async () => {
    const failing = { estimate: () => Promise.reject(new DOMException('No.', 'SecurityError')) };
    expect(await createReadUsedRoom(failing)()).toBeNull();
    expect(await createReadUsedRoom(undefined)()).toBeNull();
  });
});

describe('keepDeviceStorage', () => {
  const answerOf = async (persist: () => Promise<boolean>) => {
    const told: string[] = [];
    const tell = (message: string) => told.push(message);
    keepDeviceStorage({ persist }, { ...silentLogger, info: tell, warn: tell });
    await Promise.resolve();
    await Promise.resolve();
    return told;
  };

  it('tells the log when the browser does not promise it', async () => {
    expect(await answerOf(() => Promise.resolve(true))).toEqual([]);
    expect(await answerOf(() => Promise.resolve(false))).toEqual([expect.stringContaining('may clear')]);
    expect(await answerOf(() => Promise.reject(new TypeError('No.')))).toEqual([
      expect.stringContaining('could not be kept'),
    ]);
  });

  it('does not wait for a question that stays open', async () => {
    expect(await answerOf(() => new Promise(() => undefined))).toEqual([]);
  });
});
