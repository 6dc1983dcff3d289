import type { Connectivity } from '#core/upload/connectivity-port.ts';

/** A network that a test takes away and gives back. */
export interface FakeConnectivity extends Connectivity {
  readonly setOnline: (isOnline: boolean) => void;
}

export function createFakeConnectivity(): FakeConnectivity {
  const listeners = new Set<() => void>();
  let online = true;
  return {
    isOnline: () => online,
    subscribe: (listener) => void listeners.add(listener),
    setOnline(isOnline) {
      online = isOnline;
      for (const listener of listeners) listener();
    },
  };
}
