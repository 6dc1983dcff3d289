import { createFakeExchange } from './fake-exchange.ts';
import { fakeSource } from './fake-media.ts';
import { describeSignallingContract } from './signalling-contract.ts';

const passwords = new Map(['alice', 'bob', 'carol', 'dave'].map((user) => [user, `${user}-demo`]));

describeSignallingContract(() => ({
  ...createFakeExchange(passwords),
  openMicrophone: () => fakeSource('microphone'),
}));
