import { expect, test as base } from './fixtures.ts';
import { createPhonePage, type PhonePage } from './pages/phone-page.ts';
import { addHeadset } from './support/headset.ts';
import {
  allowMicrophone,
  askForMicrophone,
  expectLampGoesOut,
  expectLampOn,
  expectPrompt,
  watchLamp,
} from './support/microphone-lamp.ts';

/** Opens a phone whose microphone's lamp is watched. */
type OpenPhone = (owner: 'alice' | 'bob') => Promise<PhonePage>;

const test = base.extend<{
  readonly openPhone: OpenPhone;
  readonly alice: PhonePage;
  readonly bob: PhonePage;
}>({
  openPhone: async ({ openPage }, provide) => {
    await provide(async (owner) => {
      const page = await openPage(owner);
      await addHeadset(page);
      await watchLamp(page);
      const phone = createPhonePage(page);
      await phone.open(owner);
      return phone;
    });
  },
  alice: async ({ openPhone }, provide) => provide(await openPhone('alice')),
  bob: async ({ openPhone }, provide) => provide(await openPhone('bob')),
});

async function connect(alice: PhonePage, bob: PhonePage): Promise<void> {
  await alice.dial('bob');
  await bob.accept('Alice');
  await Promise.all([alice.expectState('bob', 'Connected'), bob.expectState('Alice', 'Connected')]);
}

/** Also where nobody has accepted yet, the callee's microphone is opened, so that the answer is quick. */
async function ring(alice: PhonePage, bob: PhonePage): Promise<void> {
  await alice.dial('bob');
  await expect(bob.incoming('Alice')).toBeVisible();
  await Promise.all([expectLampOn(alice.page), expectLampOn(bob.page)]);
}

const expectBothOut = (...phones: readonly PhonePage[]) =>
  Promise.all(phones.map(({ page }) => expectLampGoesOut(page)));

test.describe('the microphone’s lamp goes out within a second', () => {
  test('when the caller hangs up', async ({ alice, bob }) => {
    await connect(alice, bob);
    await alice.hangUp('bob');
    await expectBothOut(alice, bob);
  });

  test('when the callee hangs up, muted and with the microphone being tested', async ({ alice, bob }) => {
    await connect(alice, bob);
    await bob.call('Alice').getByRole('button', { name: 'Mute' }).click();
    await bob.goTo('Settings');
    await expect(bob.page.getByRole('button', { name: 'Stop the test' })).toBeVisible();
    await bob.hangUp('Alice');
    await expectBothOut(alice, bob);
  });

  test('when the call is rejected', async ({ alice, bob }) => {
    await ring(alice, bob);
    await bob.reject('Alice');
    await expectBothOut(alice, bob);
  });

  test('when the caller gives up', async ({ alice, bob }) => {
    await ring(alice, bob);
    await alice.hangUp('bob');
    await expectBothOut(alice, bob);
  });

  for (const target of ['busy', 'nobody']) {
    test(`when ${target} is called in vain`, async ({ alice }) => {
      await alice.dial(target);
      await alice.expectState(target, 'Failed');
      await expectLampGoesOut(alice.page);
    });
  }

  test('when another tab answers', async ({ alice, bob, openPhone }) => {
    const other = await openPhone('bob');
    await ring(alice, bob);
    await expect(other.incoming('Alice')).toBeVisible();
    await other.accept('Alice');
    await expectLampGoesOut(bob.page);
  });

  test('when the other side closes its page', async ({ alice, bob }) => {
    await connect(alice, bob);
    await bob.page.close();
    await expectLampGoesOut(alice.page);
  });

  test('when the server goes away while it rings', async ({ alice, bob, server }) => {
    await ring(alice, bob);
    await server.goAway();
    await expectBothOut(alice, bob);
  });

  test('when the person hangs up during the permission prompt, and allows it then', async ({ alice }) => {
    await askForMicrophone(alice.page);
    await alice.dial('echo');
    await alice.hangUp('echo');
    await alice.expectState('echo', 'Cancelled');
    await allowMicrophone(alice.page);
    await expectLampGoesOut(alice.page);
  });

  test('when the person hangs up while another microphone is opened', async ({ alice, bob }) => {
    await connect(alice, bob);
    await alice.goTo('Settings');
    await askForMicrophone(alice.page);
    await alice.page.getByRole('combobox', { name: 'Microphone' }).selectOption('Headset');
    await expectPrompt(alice.page);
    await alice.hangUp('bob');
    await bob.expectState('Alice', 'Terminated');
    await expectLampGoesOut(bob.page);
    await allowMicrophone(alice.page);
    await expectLampGoesOut(alice.page);
  });

  test('when the person signs out', async ({ alice, bob }) => {
    await connect(alice, bob);
    await bob.page.getByRole('button', { name: 'Sign out' }).click();
    await expectBothOut(alice, bob);
  });
});
