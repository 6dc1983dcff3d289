import { expect, test } from './fixtures.ts';
import { createPhonePage } from './pages/phone-page.ts';
import { expectNothingOpen, stopSending } from './support/media-watch.ts';

test.describe('a call', () => {
  test('is answered, talks, and ends when the caller hangs up', async ({ alice, bob }) => {
    await alice.dial('bob');
    await expect(bob.incoming('Alice')).toBeVisible();
    await alice.expectState('bob', 'Ringing');
    await bob.accept('Alice');
    await Promise.all([alice.expectState('bob', 'Connected'), bob.expectState('Alice', 'Connected')]);
    await alice.hangUp('bob');
    await Promise.all([alice.expectState('bob', 'Terminated'), bob.expectState('Alice', 'Terminated')]);
    await expect(bob.call('Alice')).toContainText('Alice hung up');
    await Promise.all([expectNothingOpen(alice.page), expectNothingOpen(bob.page)]);
  });

  test('ends when the callee hangs up', async ({ alice, bob }) => {
    await alice.dial('bob');
    await bob.accept('Alice');
    await bob.expectState('Alice', 'Connected');
    await bob.hangUp('Alice');
    await alice.expectState('bob', 'Terminated');
  });

  test('says how it sounds, that nothing arrives any more, and in the end how it was', async ({
    alice,
    bob,
  }) => {
    await alice.dial('bob');
    await bob.accept('Alice');
    await Promise.all([
      expect(alice.call('bob')).toContainText(/Sound (good|fair)/),
      expect(bob.call('Alice')).toContainText(/Sound (good|fair)/),
    ]);
    await stopSending(bob.page);
    await expect(alice.call('bob').getByRole('alert')).toContainText('No sound arrives', { timeout: 15_000 });
    await expect(bob.call('Alice').getByRole('alert')).toContainText('No sound leaves');
    await alice.hangUp('bob');
    await expect(alice.call('bob')).toContainText(/Sound (good|fair), \d/);
  });

  test('is rejected on the toast', async ({ alice, bob }) => {
    await alice.dial('bob');
    await bob.reject('Alice');
    await expect(bob.incoming('Alice')).toBeHidden();
    await alice.expectState('bob', 'Failed');
    await expect(alice.call('bob')).toContainText('declined');
    await expectNothingOpen(alice.page);
  });

  test('is taken back by the caller while it rings', async ({ alice, bob }) => {
    await alice.dial('bob');
    await expect(bob.incoming('Alice')).toBeVisible();
    await alice.hangUp('bob');
    await expect(bob.incoming('Alice')).toBeHidden();
    await alice.expectState('bob', 'Cancelled');
    await expectNothingOpen(alice.page);
  });

  test('to a busy extension says so', async ({ alice }) => {
    await alice.dial('busy');
    await alice.expectState('busy', 'Failed');
    await expect(alice.call('busy')).toContainText('busy');
    await expectNothingOpen(alice.page);
  });

  test('to an unknown number says so', async ({ alice }) => {
    await alice.dial('nobody');
    await alice.expectState('nobody', 'Failed');
    await expect(alice.call('nobody')).toContainText('does not exist');
  });

  test('to somebody who is signed out ends at once', async ({ alice }) => {
    await alice.dial('carol');
    await alice.expectState('carol', 'Failed');
    await expect(alice.call('carol')).toContainText('cannot be reached');
  });

  test('that nobody answers goes on ringing until it is taken back', async ({ alice }) => {
    await alice.dial('noanswer');
    await alice.expectState('noanswer', 'Ringing');
    await alice.hangUp('noanswer');
    await alice.expectState('noanswer', 'Cancelled');
  });

  test('ends for the caller when the only tab of the callee closes', async ({ alice, bob }) => {
    await alice.dial('bob');
    await expect(bob.incoming('Alice')).toBeVisible();
    await bob.page.close();
    await alice.expectState('bob', 'Failed');
  });

  test('stays in reach beside a second one on a small telephone', async ({ alice, bob }) => {
    await alice.page.setViewportSize({ width: 360, height: 640 });
    await alice.dial('tone');
    await alice.expectState('tone', 'Connected');
    await bob.dial('alice');
    await alice.incoming('Bob').getByRole('button', { name: 'Hold and accept' }).click();
    await alice.expectState('Bob', 'Connected');
    for (const [name, control] of [
      ['tone', 'Resume'],
      ['tone', 'Hang up'],
      ['Bob', 'Mute'],
      ['Bob', 'Hang up'],
    ] as const) {
      await expect(alice.call(name).getByRole('button', { name: control })).toBeInViewport({ ratio: 1 });
    }
    await alice.hangUp('tone');
    await alice.expectState('Bob', 'Connected');
  });

  test('rings in every tab of the callee and stops in the others when one answers', async ({
    alice,
    bob,
    openPage,
  }) => {
    const second = createPhonePage(await openPage('bob'));
    await second.open('bob');
    await alice.dial('bob');
    await expect(second.incoming('Alice')).toBeVisible();
    await bob.accept('Alice');
    await expect(second.incoming('Alice')).toBeHidden();
    await bob.expectState('Alice', 'Connected');
  });
});
