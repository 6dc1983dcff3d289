import type { Locator, Page } from '@playwright/test';
import { untilSeconds } from './support/call-timer.ts';
import { aliceToneHz, bobToneHz, expect, test } from './fixtures.ts';
import { createPhonePage, type PhonePage } from './pages/phone-page.ts';
import { expectToHear } from './support/heard-tones.ts';
import { pageNowMs } from './support/call-clock.ts';
import { expectNothingOpen } from './support/media-watch.ts';
import { expectTones } from './support/recorded-call.ts';
import { expectEndBetween, markOf, storedRecordings } from './support/stored-recordings.ts';
import { giveVoice } from './support/voice.ts';

const press = (within: Locator, name: string) => within.getByRole('button', { name, exact: true }).click();
const type = (card: Locator, target: string) => card.getByLabel('Transfer to').fill(target);

const carolToneHz = 700;

async function openCarol(openPage: (owner: 'alice') => Promise<Page>): Promise<PhonePage> {
  const carol = createPhonePage(await openPage('alice'));
  await giveVoice(carol.page, carolToneHz);
  await carol.open('carol');
  return carol;
}

/** Alice (440 Hz) has called Bob (1000 Hz). */
async function talk(alice: PhonePage, bob: PhonePage): Promise<void> {
  await alice.dial('bob');
  await bob.accept('Alice');
  await expectToHear(bob.page, aliceToneHz);
}

test.describe('a transfer', () => {
  test('sends the other side on, if it agrees, and leaves the call', async ({ alice, bob, openPage }) => {
    const carol = await openCarol(openPage);
    await talk(alice, bob);
    const card = bob.call('Alice');
    await press(card, 'Transfer');
    await type(card, 'carol');
    await press(card, 'Transfer now');
    await expect(card).toContainText('Waiting for the other side to call carol@localhost');
    await expect(alice.call('bob')).toContainText('asks you to call carol@localhost');
    await press(alice.call('bob'), 'Call them');
    await carol.accept('Alice');
    await bob.expectState('Alice', 'Terminated');
    await alice.expectState('carol', 'Connected');
    await Promise.all([expectToHear(alice.page, carolToneHz), expectToHear(carol.page, aliceToneHz)]);
    await expectNothingOpen(bob.page);
  });

  test('that fails gives the call back', async ({ alice, bob }) => {
    await talk(alice, bob);
    const card = bob.call('Alice');
    await press(card, 'Transfer');
    await type(card, 'busy');
    await press(card, 'Transfer now');
    await press(alice.call('bob'), 'Call them');
    await expect(card).toContainText('The transfer to busy@localhost did not work');
    await expect(card).toContainText('busy@localhost is busy.');
    await press(card, 'Dismiss');
    await expect(card).not.toContainText('did not work');
    await bob.expectState('Alice', 'Connected');
    await Promise.all([expectToHear(bob.page, aliceToneHz), expectToHear(alice.page, bobToneHz)]);
  });

  test('that the other side does not want stays with you, and so does one that is given up after asking', async ({
    alice,
    bob,
    openPage,
  }) => {
    const carol = await openCarol(openPage);
    await talk(alice, bob);
    const card = bob.call('Alice');
    await press(card, 'Transfer');
    await type(card, 'carol');
    await press(card, 'Transfer now');
    await press(alice.call('bob'), 'Stay here');
    await expect(card).toContainText('did not work');
    await expect(card).toContainText('The other phone did not agree.');
    await bob.expectState('Alice', 'Connected');
    await alice.expectState('bob', 'Connected');

    const talkToCarol = () =>
      Promise.all([
        expectToHear(bob.page, carolToneHz),
        expectToHear(carol.page, bobToneHz),
        expectToHear(alice.page),
      ]);
    const talkToAlice = () =>
      Promise.all([
        expectToHear(bob.page, aliceToneHz),
        expectToHear(alice.page, bobToneHz),
        expectToHear(carol.page),
      ]);
    await press(card, 'Transfer');
    await type(card, 'carol');
    await press(card, 'Ask them first');
    await carol.accept('Bob');
    await talkToCarol();
    await press(card, 'Resume');
    await talkToAlice();
    await press(bob.call('carol'), 'Resume');
    await talkToCarol();
    await bob.hangUp('carol');
    await press(card, 'Resume');
    await talkToAlice();
  });

  test('connects the two after asking the second one first, and all of it is recorded', async ({
    alice,
    bob,
    openPage,
    serverUrl,
  }) => {
    const carol = await openCarol(openPage);
    await talk(alice, bob);
    const card = bob.call('Alice');
    await expect(card).toContainText(/In call 0:0[2-9]/);
    await press(card, 'Transfer');
    await type(card, 'carol');
    await press(card, 'Ask them first');
    await expect(alice.call('bob')).toContainText('Held by the other side');
    await carol.accept('Bob');
    await bob.expectState('carol', 'Connected');
    await press(bob.call('carol'), 'Connect with Alice');
    await press(alice.call('bob'), 'Call them');
    await bob.expectState('Alice', 'Terminated');
    await bob.expectState('carol', 'Terminated');
    await carol.expectState('Alice', 'Connected');
    await Promise.all([expectToHear(carol.page, aliceToneHz), expectToHear(alice.page, carolToneHz)]);
    await expectNothingOpen(bob.page);

    await untilSeconds(alice, 'carol', 2);
    const hangUpMs = await pageNowMs(alice.page);
    await alice.hangUp('carol');
    await alice.expectState('carol', 'Terminated');
    const overMs = await pageNowMs(alice.page);
    const [withBob, withCarol] = await storedRecordings(serverUrl, 'alice', 2);
    const [withAlice] = await storedRecordings(serverUrl, 'bob', 2);
    if (withBob === undefined || withCarol === undefined || withAlice === undefined)
      throw new Error('two recordings of each were expected');
    const heldByBobMs = markOf(withBob, 'remote-hold').atMs;
    expectTones(withBob, heldByBobMs - 1100, heldByBobMs - 100);
    const heldMs = markOf(withAlice, 'hold').atMs;
    const ofBob = { remoteHz: aliceToneHz, localHz: bobToneHz };
    expectTones(withAlice, heldMs - 1100, heldMs - 100, ofBob);
    for (const [stored, hold] of [
      [withBob, 'remote-hold'],
      [withAlice, 'hold'],
    ] as const) {
      const { atMs } = markOf(stored, 'transfer');
      expect(atMs).toBeGreaterThan(markOf(stored, hold).atMs);
      expect(atMs).toBeLessThanOrEqual(stored.wav.durationMs);
    }
    expectEndBetween(withCarol, hangUpMs, overMs);
    const { durationMs } = withCarol.wav;
    expectTones(withCarol, durationMs - 1300, durationMs - 300, { remoteHz: carolToneHz });
  });
});
