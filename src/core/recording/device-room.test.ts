import { describe, expect, it } from 'vitest';
import { createFakeClock } from '#testing/fake-clock.ts';
import { watchDeviceRoom } from './device-room.ts';

/** A device that is asked again and again, and what the phone makes of its answers. */
function createDevice() {
  const clock = createFakeClock();
  let used: number | null = 0;
  const room = watchDeviceRoom(() => Promise.resolve(used), clock);
  const seen: (number | null)[] = [];
  const lookAt = async (next: number | null) => {
    used = next;
    clock.advance(30_000);
    await Promise.resolve();
    seen.push(room.getState());
  };
  return { lookAt, seen };
}

describe('watchDeviceRoom', () => {
  it('tells from 80 % on what is used, and no longer when there is room again', async () => {
    const { lookAt, seen } = createDevice();
    await Promise.resolve();
    for (const used of [0.799, 0.8, 0.914, 1, 0.5]) await lookAt(used);
    expect(seen).toEqual([null, 0.8, 0.91, 1, null]);
  });

  it('goes on with a device that does not tell', async () => {
    const { lookAt, seen } = createDevice();
    await Promise.resolve();
    for (const used of [null, 0.9]) await lookAt(used);
    expect(seen).toEqual([null, 0.9]);
  });
});
