import { expect, it } from 'vitest';
import { connect, hungUp, setUp } from '#testing/phone-bench.ts';

it('every call that ends is kept, once, also one that ends before the history is there', async () => {
  const bench = setUp();
  const { phone, people, signalling } = bench;
  const first = await connect(bench);
  phone.hangUp(first.callId);
  const { history } = await phone.people.open();
  history.open();
  const shown = () => history.store.getState().entries.map(({ callId, outcome }) => [callId, outcome]);
  await expect.poll(shown).toEqual([[first.callId, 'answered']]);

  const second = await connect(bench);
  signalling.sessionEvent(second.sessionId, {
    kind: 'ended',
    confirmed: true,
    state: 'Terminated',
    end: hungUp,
  });
  await expect.poll(shown).toHaveLength(2);
  expect(people.unsaved.read()).toBe('');
});
