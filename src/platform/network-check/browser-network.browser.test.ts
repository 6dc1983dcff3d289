import { expect, inject, it } from 'vitest';
import { describeNetworkContract } from '#testing/network-contract.ts';
import { browserNetwork } from './browser-network.ts';

// Nobody listens on the port of "discard".
const nobody = '127.0.0.1:9';

describeNetworkContract(browserNetwork, { open: inject('exchangeUrl'), closed: `ws://${nobody}/sip` });

it('finds what there is where the servers do not answer, or are none', async () => {
  const servers = [{ urls: `turn:${nobody}?transport=tcp`, username: 'u', credential: 'c' }];
  expect(await browserNetwork.gather(servers, ['host', 'relay'])).toEqual(['host']);
  expect(await browserNetwork.gather([{ urls: 'nonsense' }], ['host'])).toEqual([]);
});
