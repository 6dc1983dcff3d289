import type { Locator } from '@playwright/test';
import { aliceToneHz, bobToneHz, expect, test } from './fixtures.ts';
import { createPhonePage, type PhonePage } from './pages/phone-page.ts';
import { expectToHear } from './support/heard-tones.ts';
import { expectNothingOpen } from './support/media-watch.ts';

const press = (within: Locator, name: string) => within.getByRole('button', { name, exact: true }).click();
const type = (card: Locator, target: string) => card.getByLabel('Transfer to').fill(target);

/** Alice (440 Hz) has called Bob (1000 Hz); Carol's microphone is that of Alice's browser. */
async function talk(alice: PhonePage, bob: PhonePage, carol: PhonePage): Promise<void> {
  await carol.open('carol');
  await alice.dial('bob');
  await bob.accept('Alice');
  await expectToHear(bob.page, aliceToneHz);
}

test.describe('a transfer', () => {
  test('sends the other side on, if it agrees, and leaves the call', async ({ alice, bob, openPage }) => {
    const carol = createPhonePage(await openPage('alice'));
    await talk(alice, bob, carol);
    const card = bob.call('Alice');
    await press(card, 'Transfer');
    await type(card, 'carol');
    await press(card, 'Transfer now');
    await expect(card).toContainText('Transferring');
    await expect(alice.call('bob')).toContainText('asks you to call carol@localhost');
    await press(alice.call('bob'), 'Call them');
    await carol.accept('Alice');
    await bob.expectState('Alice', 'Terminated');
    await alice.expectState('carol', 'Connected');
    await expectToHear(alice.page, aliceToneHz);
    await expectNothingOpen(bob.page);
  });

  test('that fails gives the call back', async ({ alice, bob, openPage }) => {
    const carol = createPhonePage(await openPage('alice'));
    await talk(alice, bob, carol);
    const card = bob.call('Alice');
    await press(card, 'Transfer');
    await type(card, 'busy');
    await press(card, 'Transfer now');
    await press(alice.call('bob'), 'Call them');
    await expect(card).toContainText('The transfer to busy@localhost did not work');
    await bob.expectState('Alice', 'Connected');
    await expectToHear(bob.page, aliceToneHz);
  });

  test('that the other side does not want stays with you', async ({ alice, bob, openPage }) => {
    const carol = createPhonePage(await openPage('alice'));
    await talk(alice, bob, carol);
    const card = bob.call('Alice');
    await press(card, 'Transfer');
    await type(card, 'carol');
    await press(card, 'Transfer now');
    await press(alice.call('bob'), 'Stay here');
    await expect(card).toContainText('did not work');
    await bob.expectState('Alice', 'Connected');
    await alice.expectState('bob', 'Connected');
  });

  test('connects the two after asking the second one first', async ({ alice, bob, openPage }) => {
    const carol = createPhonePage(await openPage('bob'));
    await talk(alice, bob, carol);
    const card = bob.call('Alice');
    await press(card, 'Transfer');
    await type(card, 'carol');
    await press(card, 'Ask them first');
    await expect(alice.call('bob')).toContainText('Held by the other side');
    await carol.accept('Bob');
    await bob.expectState('carol', 'Connected');
    await press(card, 'Alice');
    await press(card, 'Transfer');
    await press(card, 'Connect with carol');
    await press(alice.call('bob'), 'Call them');
    await bob.expectState('Alice', 'Terminated');
    await bob.expectState('carol', 'Terminated');
    await carol.expectState('Alice', 'Connected');
    await expectToHear(carol.page, aliceToneHz);
    await expectToHear(alice.page, bobToneHz);
    await expectNothingOpen(bob.page);
  });
});
