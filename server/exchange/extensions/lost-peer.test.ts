import { expect, test } from 'vitest';
import { silentLogger } from '#core/shared/logger.ts';
import { createManualClock } from '#server/testing/manual-clock.ts';
import { buildRequest, createFakeFlow, incomingRequest, sentOn } from '#server/testing/sip-messages.ts';
import type { SipRequest } from '../message/message.ts';
import type { Target } from '../proxy/resolve.ts';
import { createTransactions } from '../transaction/table.ts';
import { createExtensions } from './extensions.ts';

/** An exchange's extensions over media that a test can lose, or that is lost while it opens. */
function setUp(reachable: () => readonly Target[], { isLostAtOnce = false } = {}) {
  const clock = createManualClock();
  const lose: (() => void)[] = [];
  let closed = 0;
  const transactions = createTransactions(clock, 10, {
    onRequest: (transaction) => extensions.onRequest('echo', transaction),
    onAck: (incoming) => extensions.onAck(incoming),
  });
  const extensions = createExtensions({
    reachedAt: { host: 'localhost', transport: 'WS' },
    logger: silentLogger,
    clock,
    createTag: () => 'tag',
    maxCalls: 1,
    transactions,
    async openMedia(_kind, _offer, onLost) {
      lose.push(onLost);
      if (isLostAtOnce) onLost();
      return {
        answer: 'answer',
        renegotiate: () => Promise.resolve('again'),
        async close() {
          closed += 1;
        },
      };
    },
    resolve: () => ({ kind: 'targets', targets: reachable() }),
  });
  const invite = async (flow = createFakeFlow(), branch = 'z9hG4bK1') => {
    const built = buildRequest('INVITE', branch, [
      { name: 'Contact', value: '<sip:alice@localhost;gr=1>' },
      { name: 'Content-Type', value: 'application/sdp' },
    ]);
    transactions.receiveRequest(incomingRequest({ ...built, body: Buffer.from('v=0') }), flow);
    // The answer follows when the media is open: a few turns of the microtask queue.
    await new Promise((resolve) => {
      setImmediate(resolve);
    });
    return flow;
  };
  return { invite, lose, closed: () => closed };
}

test('a peer whose media is gone is sent BYE where its page is now, and its place is free again', async () => {
  const reloaded = createFakeFlow('reloaded');
  const { invite, lose, closed } = setUp(() => [{ flow: reloaded, requestUri: 'sip:new@x.invalid' }]);
  const flow = await invite();
  expect(sentOn(flow)).toEqual([100, 200]);
  lose[0]?.();
  lose[0]?.();
  expect(sentOn(reloaded)).toEqual(['BYE']);
  const bye = reloaded.sent[0] as SipRequest;
  expect(bye.requestUri).toBe('sip:new@x.invalid');
  expect(closed()).toBe(1);
  expect(sentOn(await invite(createFakeFlow('next'), 'z9hG4bK2'))).toEqual([100, 200]);
});

test('a peer that can be reached nowhere else is sent BYE over the flow of its INVITE', async () => {
  const { invite, lose } = setUp(() => []);
  const flow = await invite();
  lose[0]?.();
  expect(sentOn(flow)).toEqual([100, 200, 'BYE']);
});

test('a peer whose media cannot be reached from the beginning is refused', async () => {
  const { invite, closed } = setUp(() => [], { isLostAtOnce: true });
  const flow = await invite();
  expect(sentOn(flow)).toEqual([100, 488]);
  expect(closed()).toBe(1);
});
