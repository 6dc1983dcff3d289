import type { Clock } from '../shared/clock.ts';
import { createStore, type ReadonlyStore } from '../shared/store.ts';

/**
 * How much of the room that this device gives to recordings is used, from 0 to 1. Null when the device does not tell.
 * Never rejects.
 */
export type ReadUsedRoom = () => Promise<number | null>;

/** From here on the person is warned: there is time left to make room. */
const scarceFrom = 0.8;

/** An hour of one call at 16 kHz is 230 MB, so that no call fills a device between two looks. */
const lookIntervalMs = 30_000;

/** Looks, now and every half minute. The store holds what is used once that is 80 % or more, in whole hundredths; else null. */
export function watchDeviceRoom(
  readUsedRoom: ReadUsedRoom,
  clock: Pick<Clock, 'setTimer'>,
): ReadonlyStore<number | null> {
  const store = createStore<number | null>(null);
  const look = async (): Promise<void> => {
    const used = await readUsedRoom();
    store.setState(used === null || used < scarceFrom ? null : Math.floor(used * 100) / 100);
    clock.setTimer(() => void look(), lookIntervalMs);
  };
  void look();
  return store;
}
