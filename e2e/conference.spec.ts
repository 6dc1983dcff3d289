import { aliceToneHz, bobToneHz, expect, test } from './fixtures.ts';
import { createPhonePage, type PhonePage } from './pages/phone-page.ts';
import { passSeconds } from './support/call-timer.ts';
import { expectToHear } from './support/heard-tones.ts';
import { expectNothingOpen } from './support/media-watch.ts';
import { piece, storedRecordings } from './support/stored-recordings.ts';
import { toneLevelDb } from './support/tones.ts';

const press = (phone: PhonePage, name: string, button: string) =>
  phone.call(name).getByRole('button', { name: button, exact: true }).click();

// Alice's browser hears 440 Hz, Bob's 1000 Hz. Alice mixes; the extension `tone` sends 440 Hz as well.
const extensionToneHz = 440;

test('three and four talk to each other, each hears exactly the others, and it can be taken apart', async ({
  alice,
  bob,
  openPage,
}) => {
  const carol = createPhonePage(await openPage('bob'));
  await carol.open('carol');
  await alice.dial('bob');
  await bob.accept('Alice');
  await alice.expectState('bob', 'Connected');
  await alice.dial('carol');
  await carol.accept('Alice');
  await alice.expectState('carol', 'Connected');
  await expectToHear(bob.page);

  await alice.page.getByRole('button', { name: 'Talk to all together' }).click();
  await expect(alice.call('carol')).toContainText('In conference');
  await expectToHear(alice.page, bobToneHz, bobToneHz);
  await alice.call('bob').getByRole('button', { name: 'Mute', exact: true }).click();
  // Without Alice's own voice, only the other one is left.
  await expectToHear(bob.page, bobToneHz);
  await expectToHear(carol.page, bobToneHz);
  await alice.call('bob').getByRole('button', { name: 'Unmute', exact: true }).click();

  await alice.dial('tone');
  await alice.expectState('tone', 'Connected');
  await expectToHear(bob.page);
  await alice.page.getByRole('button', { name: 'Talk to all together' }).click();
  await alice.call('bob').getByRole('button', { name: 'Mute', exact: true }).click();
  await expectToHear(alice.page, bobToneHz, bobToneHz, extensionToneHz);

  await alice.hangUp('tone');
  await press(alice, 'carol', 'Take out and hold');
  await alice.call('bob').getByRole('button', { name: 'Unmute', exact: true }).click();
  await expectToHear(bob.page, aliceToneHz);
  await expectToHear(carol.page);
  await alice.hangUp('bob');
  await alice.hangUp('carol');
  await Promise.all([alice, bob, carol].map(({ page }) => expectNothingOpen(page)));
});

const recorded = 'is recorded in each of its calls with all other parties on the left';
test(recorded, { tag: '@embedded' }, async ({ alice, bob, openPage, serverUrl }) => {
  const carol = createPhonePage(await openPage('bob'));
  await carol.open('carol');
  for (const [party, name] of [
    [alice, 'alice'],
    [carol, 'carol'],
  ] as const) {
    await bob.dial(name);
    await party.accept('Bob');
    await bob.expectState(name, 'Connected');
  }
  await bob.page.getByRole('button', { name: 'Talk to all together' }).click();
  await expectToHear(bob.page, aliceToneHz, bobToneHz);
  await passSeconds(bob, 'carol', 3);
  await bob.hangUp('alice');
  await bob.hangUp('carol');

  const recordings = await storedRecordings(serverUrl, 'bob', 2);
  for (const recording of recordings) {
    const { sampleRateHz, durationMs } = recording.wav;
    const pieces = Array.from({ length: Math.floor(durationMs / 100) }, (_, index) =>
      piece(recording, index * 100, (index + 1) * 100),
    );
    const withBoth = pieces.filter(({ left }) =>
      [aliceToneHz, bobToneHz].every((toneHz) => toneLevelDb(left, sampleRateHz, toneHz) > -20),
    );
    expect(withBoth.length).toBeGreaterThan(20);
    expect(pieces.every(({ right }) => toneLevelDb(right, sampleRateHz, aliceToneHz) < -40)).toBe(true);
  }
});
