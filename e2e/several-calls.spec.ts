import { aliceToneHz, bobToneHz, expect, test } from './fixtures.ts';
import { createPhonePage } from './pages/phone-page.ts';
import { expectToHear } from './support/heard-tones.ts';
import { expectNothingOpen } from './support/media-watch.ts';

// Alice's microphone hears 440 Hz; Carol's is that of Bob's browser, 1000 Hz.
test.describe('a second call', () => {
  test('is accepted while the first is held, and swapped', async ({ alice, bob, openPage }) => {
    const carol = createPhonePage(await openPage('bob'));
    await carol.open('carol');
    await alice.dial('bob');
    await bob.accept('Alice');
    await expectToHear(bob.page, aliceToneHz);

    await carol.dial('bob');
    await bob.incoming('Carol').getByRole('button', { name: 'Hold and accept' }).click();
    await bob.expectState('Carol', 'Connected');
    await expect(bob.call('Alice')).toContainText('On hold');
    await expect(alice.call('bob')).toContainText('Held by the other side');
    await expectToHear(bob.page, bobToneHz);
    await expectToHear(carol.page, bobToneHz);
    await expectToHear(alice.page);

    await bob.call('Alice').getByRole('button', { name: 'Resume' }).click();
    await expect(bob.call('Carol')).toContainText('On hold');
    await expectToHear(bob.page, aliceToneHz);
    await expectToHear(alice.page, bobToneHz);
    await expectToHear(carol.page);

    await bob.hangUp('Alice');
    await bob.hangUp('Carol');
    await Promise.all([alice, bob, carol].map(({ page }) => expectNothingOpen(page)));
  });

  test('can take the place of the first', async ({ alice, bob, openPage }) => {
    const carol = createPhonePage(await openPage('bob'));
    await carol.open('carol');
    await alice.dial('bob');
    await bob.accept('Alice');
    await bob.expectState('Alice', 'Connected');
    await carol.dial('bob');
    await bob.incoming('Carol').getByRole('button', { name: 'End and accept' }).click();
    await bob.expectState('Carol', 'Connected');
    await alice.expectState('bob', 'Terminated');
    await expectToHear(bob.page, bobToneHz);
  });

  test('that is placed holds the first', async ({ alice, bob, openPage }) => {
    const carol = createPhonePage(await openPage('bob'));
    await carol.open('carol');
    await alice.dial('bob');
    await bob.accept('Alice');
    await expectToHear(bob.page, aliceToneHz);
    await bob.dial('carol');
    await expect(alice.call('bob')).toContainText('Held by the other side');
    await carol.accept('Bob');
    await expectToHear(bob.page, bobToneHz);
  });
});
