import { afterEach, vi } from 'vitest';
import { describeConnectivityContract } from '#testing/connectivity-contract.ts';
import { browserConnectivity } from './browser-connectivity.ts';

afterEach(() => vi.restoreAllMocks());

describeConnectivityContract(browserConnectivity, (isOnline) => {
  vi.spyOn(navigator, 'onLine', 'get').mockReturnValue(isOnline);
  dispatchEvent(new Event(isOnline ? 'online' : 'offline'));
});
