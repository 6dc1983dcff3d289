import { expect, test } from './fixtures.ts';
import { createPhonePage, type PhonePage } from './pages/phone-page.ts';
import { expectNothingOpen, expectSoundComes } from './support/media-watch.ts';

async function connect(alice: PhonePage, bob: PhonePage): Promise<void> {
  await alice.dial('bob');
  await bob.accept('Alice');
  await Promise.all([alice.expectState('bob', 'Connected'), bob.expectState('Alice', 'Connected')]);
}

test.describe('a server that restarts', () => {
  test('leaves a call alone, and tells the callee that the caller hung up meanwhile', async ({
    server,
    alice,
    bob,
  }) => {
    await connect(alice, bob);
    await server.goAway();
    for (const phone of [alice, bob]) {
      await phone.expectRegistration('Reconnecting');
      await expect(phone.page.getByText('Your call goes on.')).toBeVisible();
    }
    await Promise.all([expectSoundComes(alice.page), expectSoundComes(bob.page)]);
    await bob.expectState('Alice', 'Connected');

    await alice.hangUp('bob');
    await alice.expectState('bob', 'Terminated');
    await expect(alice.call('bob')).toContainText('You hung up');
    await bob.expectState('Alice', 'Connected');

    await server.comeBack();
    await Promise.all([alice.expectRegistration('Registered'), bob.expectRegistration('Registered')]);
    await bob.expectState('Alice', 'Terminated');
    await expect(bob.call('Alice')).toContainText('Alice hung up');
    await Promise.all([expectNothingOpen(alice.page), expectNothingOpen(bob.page)]);
  });

  test('has calls again without anybody doing anything', async ({ server, alice, bob }) => {
    await server.goAway();
    await alice.expectRegistration('Reconnecting');
    await server.comeBack();
    await Promise.all([alice.expectRegistration('Registered'), bob.expectRegistration('Registered')]);
    await connect(alice, bob);
  });

  test('ends a call that rings, at both ends', async ({ server, alice, bob }) => {
    await alice.dial('bob');
    await expect(bob.incoming('Alice')).toBeVisible();
    await server.goAway();
    await expect(bob.incoming('Alice')).toBeHidden();
    await alice.expectState('bob', 'Failed');
    for (const call of [alice.call('bob'), bob.call('Alice')]) {
      await expect(call).toContainText('The connection was lost before the call began.');
    }
  });
});

test('reloading the page ends its call, and it can call again', async ({ alice, bob }) => {
  await connect(alice, bob);
  await alice.page.reload();
  await bob.expectState('Alice', 'Terminated');
  await expect(bob.call('Alice')).toContainText('Alice hung up');
  await alice.expectRegistration('Registered');
  await alice.dial('bob');
  await expect(bob.incoming('Alice')).toBeVisible();
});

test('a second call rings and talks beside the first, and each ends by itself', async ({
  alice,
  bob,
  openPage,
}) => {
  const carol = createPhonePage(await openPage('alice'));
  await carol.open('carol');
  await connect(alice, bob);

  await carol.dial('bob');
  await expect(bob.incoming('Carol')).toBeVisible();
  await carol.expectState('bob', 'Ringing');
  await bob.expectState('Alice', 'Connected');
  await bob.incoming('Carol').getByRole('button', { name: 'Hold and accept' }).click();
  await Promise.all([carol.expectState('bob', 'Connected'), bob.expectState('Carol', 'Connected')]);
  await bob.expectState('Alice', 'Connected');
  await expectSoundComes(carol.page);

  await bob.hangUp('Carol');
  await carol.expectState('bob', 'Terminated');
  await expect(carol.call('bob')).toContainText('bob hung up');
  await expect(bob.call('Carol')).toContainText('You hung up');
  await bob.call('Alice').getByRole('button', { name: 'Resume' }).click();
  await Promise.all([alice.expectState('bob', 'Connected'), bob.expectState('Alice', 'Connected')]);
  await expectSoundComes(alice.page);

  await alice.hangUp('bob');
  await bob.expectState('Alice', 'Terminated');
  await expect(bob.call('Alice')).toContainText('Alice hung up');
  await expectNothingOpen(bob.page);
});

test('signing out without a server ends the call at both ends, and calls arrive no more', async ({
  server,
  alice,
  bob,
}) => {
  await connect(alice, bob);
  await server.goAway();
  await bob.expectRegistration('Reconnecting');
  await bob.page.getByRole('button', { name: 'Sign out' }).click();
  await expect(bob.page.getByRole('button', { name: 'Sign in', exact: true })).toBeVisible();
  await expectNothingOpen(bob.page);
  await server.comeBack();
  await alice.expectState('bob', 'Terminated');
  await expect(alice.call('bob')).toContainText('bob hung up');
  await expectNothingOpen(alice.page);

  await alice.call('bob').getByRole('button', { name: 'Dismiss' }).click();
  await alice.dial('bob');
  await alice.expectState('bob', 'Failed');
  await expect(alice.call('bob')).toContainText('cannot be reached');
});
