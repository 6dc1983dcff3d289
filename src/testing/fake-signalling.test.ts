import { createFakeExchange } from './fake-exchange.ts';
import { fakeSource } from './fake-media.ts';
import { describeSignallingContract } from './signalling-contract.ts';
import type { SignallingStage } from './signalling-stage.ts';
import { describeSubscriptionContract } from './subscription-contract.ts';

const passwords = new Map(['alice', 'bob', 'carol', 'dave'].map((user) => [user, `${user}-demo`]));

const setStage = (): SignallingStage => ({
  ...createFakeExchange(passwords),
  openMicrophone: () => fakeSource('microphone'),
});

describeSignallingContract(setStage);
describeSubscriptionContract(setStage);
