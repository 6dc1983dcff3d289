import type { Connectivity } from '#core/upload/connectivity-port.ts';

/** What the browser says of the network. */
export const browserConnectivity: Connectivity = {
  isOnline: () => navigator.onLine,
  subscribe(listener) {
    addEventListener('online', listener);
    addEventListener('offline', listener);
  },
};
