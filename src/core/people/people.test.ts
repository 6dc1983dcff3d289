import { expect, it } from 'vitest';
import { dialogInfo } from '#testing/dialog-info.ts';
import { buildContact } from '#testing/people-builders.ts';
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

it('favourites are watched wherever they can be called, and nobody else', async () => {
  const { phone, signalling } = setUp();
  const watched = () =>
    signalling.watching
      .filter(({ event }) => event === 'dialog')
      .map(({ kind, targetUri }) => `${kind} ${targetUri}`);
  const { contacts } = await phone.people.open();
  await expect.poll(() => contacts.store.getState().phase).toBe('read');
  await contacts.save(buildContact({ id: 'dave', addresses: [{ kind: 'work', value: 'dave' }] }));
  const bob = await contacts.save(buildContact({ isFavourite: true }));
  await contacts.save({ ...bob, note: 'He is called Robert.' });
  expect(watched()).toEqual(['subscribe sip:bob@example.com']);

  signalling.subscriptionEvent(
    { event: 'dialog', targetUri: 'sip:bob@example.com' },
    { kind: 'notified', body: dialogInfo.full(dialogInfo.dialog('1', 'confirmed')) },
  );
  expect([...phone.busyLamps.getState()]).toEqual([['bob@example.com', 'busy']]);
  await contacts.remove([bob.contactId]);
  expect(watched()).toEqual(['subscribe sip:bob@example.com', 'unsubscribe sip:bob@example.com']);
  expect(phone.busyLamps.getState().size).toBe(0);
});
