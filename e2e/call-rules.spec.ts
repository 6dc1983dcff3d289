import { aliceToneHz, bobToneHz, expect, test } from './fixtures.ts';
import { createPhonePage, type PhonePage } from './pages/phone-page.ts';
import { expectToHear } from './support/heard-tones.ts';
import { expectNothingOpen } from './support/media-watch.ts';

const callSettings = (phone: PhonePage) => phone.page.getByRole('region', { name: 'Calls', exact: true });

test('do not disturb turns a call away without a sound, and leaves it as missed, also after a reload', async ({
  alice,
  bob,
}) => {
  await bob.page.getByRole('button', { name: 'Do not disturb' }).click();
  await alice.dial('bob');
  await expect(alice.call('bob')).toContainText('bob cannot be reached right now.');
  await expect(bob.call('Alice')).toContainText(
    'You missed a call from Alice, because do not disturb was on.',
  );
  await expectNothingOpen(bob.page);
  await bob.open('bob');
  await expect(bob.page.getByText('Do not disturb is on: calls do not reach you.')).toBeVisible();
  await bob.page.getByRole('button', { name: 'Switch off' }).click();
  await alice.dial('bob');
  await expect(bob.incoming('Alice')).toBeVisible();
});

test('a call is forwarded by a rule and by hand, and the two who are connected hear each other', async ({
  alice,
  bob,
  openPage,
}) => {
  const carol = createPhonePage(await openPage('bob'));
  await carol.open('carol');
  await alice.dial('bob');
  const toast = bob.incoming('Alice');
  await toast.getByRole('button', { name: 'Forward…' }).click();
  await toast.getByLabel('Forward to').fill('carol');
  await toast.getByRole('button', { name: 'Forward', exact: true }).click();
  await expect(bob.call('Alice')).toContainText('The call from Alice was forwarded to carol@localhost.');
  await carol.accept('Alice');
  await alice.expectState('bob', 'Connected');
  await Promise.all([expectToHear(carol.page, aliceToneHz), expectToHear(alice.page, bobToneHz)]);
  await alice.hangUp('bob');

  await bob.goTo('Settings');
  await callSettings(bob).getByRole('switch', { name: 'When you do not answer' }).click();
  await callSettings(bob).getByLabel('Forward to').fill('carol');
  await callSettings(bob).getByLabel('Seconds it rings here').fill('5');
  await alice.dial('bob');
  await expect(bob.incoming('Alice')).toBeVisible();
  await expect(carol.incoming('Alice')).toBeVisible({ timeout: 15_000 });
  await expect(bob.incoming('Alice')).toBeHidden();
});

test('a call is answered without the person after a warning, and not while they are in another', async ({
  alice,
  bob,
  openPage,
}) => {
  await bob.goTo('Settings');
  const mode = callSettings(bob).getByRole('combobox', { name: 'Answer without you' });
  await mode.selectOption('always');
  await callSettings(bob).getByLabel('Seconds it rings before').fill('1');
  await alice.dial('bob');
  await expect(bob.incoming('Alice')).toContainText('Answered without you in');
  await alice.expectState('bob', 'Connected');
  await expectToHear(alice.page, bobToneHz);
  await bob.goTo('Phone');
  await expect(bob.call('Alice')).toContainText('This call was answered without you');

  const carol = createPhonePage(await openPage('alice'));
  await carol.open('carol');
  await carol.dial('bob');
  await expect(bob.incoming('Carol').getByRole('button', { name: 'Hold and accept' })).toBeVisible();
  await expect(bob.incoming('Carol')).not.toContainText('Answered without you');
});
