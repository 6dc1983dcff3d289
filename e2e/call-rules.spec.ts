import { call, within } from '#server/testing/sip-calls.ts';
import { connectSipClient } from '#server/testing/sip-client.ts';
import { silentOffer } from '#testing/silent-sdp.ts';
import { aliceToneHz, bobToneHz, expect, test } from './fixtures.ts';
import { createPhonePage, type PhonePage } from './pages/phone-page.ts';
import { expectToHear } from './support/heard-tones.ts';
import { expectNothingOpen } from './support/media-watch.ts';
import { expectMixedTone, hearMixed } from './support/mixed-ear.ts';

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

/** The last and longest of the three rising tones that warn who is heard next. */
const warningHz = 1320;

test('a call is answered without the person after a warning, where a caller who may asks for it, and not while they are in another', async ({
  alice,
  bob,
  openPage,
  server,
}) => {
  await bob.goTo('Settings');
  const mode = callSettings(bob).getByRole('combobox', { name: 'Answer without you' });
  await mode.selectOption('whenAsked');
  await callSettings(bob).getByLabel('Callers whom you allow').fill('dave');
  await hearMixed(bob.page);
  // A raw SIP endpoint, as no telephone in a browser asks for it.
  const dave = await connectSipClient(server.webSocketUrl, 'dave');
  const invite = await call(dave, 'sip:bob@localhost', {
    headers: ['Call-Info: <sip:localhost>;answer-after=1', 'Content-Type: application/sdp'],
    body: silentOffer,
  });
  await expect(bob.incoming('dave')).toContainText('Answered without you in');
  await expectMixedTone(bob.page, warningHz);
  const answer = await dave.response(invite, 200);
  const route = answer.headers
    .filter(({ name }) => name.toLowerCase() === 'record-route')
    .map(({ value }) => `Route: ${value}`)
    .reverse();
  within(dave, 'ACK', invite, answer, route, { cseq: 2 });
  await bob.goTo('Phone');
  await bob.expectState('dave', 'Connected');
  await bob.hangUp('dave');
  dave.reply(await dave.received('BYE'), 200);
  await dave.close();

  await bob.goTo('Settings');
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
