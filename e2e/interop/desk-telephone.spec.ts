import { bobToneHz, expect, test as base } from '../fixtures.ts';
import { deskToneHz, startDeskTelephone, type DeskTelephone } from '../support/desk-telephone.ts';
import { expectToHear } from '../support/heard-tones.ts';
import { telephones } from '../support/kamailio.ts';
import { expectNothingOpen } from '../support/media-watch.ts';

// What a browser cannot see of its own phone, a telephone of another make tells. It sends 700 Hz.
const test = base.extend<{ readonly desk: DeskTelephone }>({
  desk: async ({ kamailio }, provide) => {
    if (kamailio === null) throw new Error('a desk telephone needs Kamailio');
    const desk = await startDeskTelephone(telephones[0], kamailio.address);
    await provide(desk);
    await desk.close();
  },
});

test('digits reach a desk telephone as telephone events, all of them, also with a hold straight after', async ({
  alice,
  desk,
}) => {
  await desk.dial('sip:alice@localhost');
  await alice.accept('desk');
  await expectToHear(alice.page, deskToneHz);
  const card = alice.call('desk');
  await card.getByRole('button', { name: 'Keypad' }).click();
  await card.getByLabel('Digits').fill('159#*0');
  await card.getByRole('button', { name: 'Hold', exact: true }).click();
  await expect(card).toContainText('On hold');
  await expect.poll(desk.digits).toBe('159#*0');
  await alice.hangUp('desk');
});

test('a desk telephone is sent on, and sends on', async ({ alice, bob, desk }) => {
  await desk.dial('sip:bob@localhost');
  await bob.accept('desk');
  await expectToHear(bob.page, deskToneHz);
  const card = bob.call('desk');
  await card.getByRole('button', { name: 'Transfer', exact: true }).click();
  await card.getByLabel('Transfer to').fill('alice');
  await card.getByRole('button', { name: 'Transfer now' }).click();
  await alice.accept('desk');
  await bob.expectState('desk', 'Terminated');
  await expectToHear(alice.page, deskToneHz);

  await desk.transfer('sip:bob@localhost');
  await expect(alice.call('desk')).toContainText('asks you to call bob@localhost');
  await alice.call('desk').getByRole('button', { name: 'Call them' }).click();
  await bob.accept('Alice');
  await expectToHear(alice.page, bobToneHz);
  await alice.expectState('desk', 'Terminated');
  await alice.hangUp('bob');
  await Promise.all([expectNothingOpen(alice.page), expectNothingOpen(bob.page)]);
});
