import { describe, expect, it } from 'vitest';
import type { Connectivity } from '#core/upload/connectivity-port.ts';

/** What every `Connectivity` does. `setOnline` takes the network away and gives it back. */
export function describeConnectivityContract(
  connectivity: Connectivity,
  setOnline: (isOnline: boolean) => void,
): void {
  describe('the connectivity', () => {
    it('tells when the network goes and comes', () => {
      const told: boolean[] = [];
      connectivity.subscribe(() => told.push(connectivity.isOnline()));
      setOnline(false);
      setOnline(true);
      expect(told).toEqual([false, true]);
      expect(connectivity.isOnline()).toBe(true);
    });
  });
}
