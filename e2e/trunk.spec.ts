import { expect, test } from './fixtures.ts';
import { createPhonePage } from './pages/phone-page.ts';
import { putTrunkBefore } from './support/trunk.ts';

for (const [address, name] of [
  ['<tel:+15551234567>', '+15551234567'],
  ['Жанна <sip:alice@localhost>', 'Жанна'],
] as const) {
  test(`a call from ${address} rings, talks and is hung up`, async ({ openPage, alice }) => {
    const page = await openPage('bob');
    const trunk = await putTrunkBefore(page, 'sip:alice@localhost', address);
    const bob = createPhonePage(page);
    await bob.open('bob');
    await alice.dial('bob');
    await expect(bob.incoming(name)).toBeVisible();
    await alice.expectState('bob', 'Ringing');
    await bob.accept(name);
    await Promise.all([alice.expectState('bob', 'Connected'), bob.expectState(name, 'Connected')]);
    await bob.hangUp(name);
    await alice.expectState('bob', 'Terminated');

    // Every response has the From that was sent, the BYE has it as its To.
    expect(trunk.sent.map((message) => message.split(' ')[0])).toContain('BYE');
    for (const message of trunk.sent) {
      expect(message).toContain(`${message.startsWith('BYE') ? 'To' : 'From'}: ${address};tag=`);
    }
  });
}
