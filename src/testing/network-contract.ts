import { describe, expect, it } from 'vitest';
import { toPhoneErrorDetail } from '#core/errors/phone-error.ts';
import type { NetworkPort } from '#core/phone-check/network-port.ts';

/** What every `NetworkPort` does. Of the two servers one takes SIP over WebSocket, the other is not there. */
export function describeNetworkContract(
  network: NetworkPort,
  servers: { readonly open: string; readonly closed: string },
): void {
  const why = (server: string) =>
    network.reach(server).then(
      () => null,
      (error: unknown) => toPhoneErrorDetail(error).code,
    );

  describe('the network', () => {
    it('reaches a server that is there', async () => {
      expect(await why(servers.open)).toBeNull();
      expect(await network.isPageReachable()).toBe(true);
    });

    it('tells why a server cannot be reached', async () => {
      expect(await why(servers.closed)).toBe('signalling/server-unreachable');
      expect(await why('wss://[')).toBe('signalling/insecure-server');
    });

    it('finds the addresses of this device', async () => {
      expect(await network.gather([], ['host'])).toEqual(['host']);
    });
  });
}
