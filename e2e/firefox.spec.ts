import { aliceToneHz, bobToneHz, expect, test } from './fixtures.ts';
import { createPhonePage } from './pages/phone-page.ts';
import { connectedDurationMs } from './support/call-clock.ts';
import { expectBothTones, talk } from './support/recorded-call.ts';
import { signIn } from './support/sign-in.ts';
import { storedRecordings } from './support/stored-recordings.ts';

/** Its sound comes in blocks of 85 ms, of which the first and the last are whole. */
const longestErrorMs = 250;

test('in Firefox one signs in, talks with somebody in a Chromium, and both recordings have both voices', async ({
  openPage,
  bob,
  serverUrl,
}) => {
  const page = await openPage('alice');
  const alice = createPhonePage(page);
  await signIn(page);
  await alice.expectRegistration('Registered');
  await talk(alice, bob, 5);
  await alice.hangUp('bob');
  await Promise.all([alice.expectState('bob', 'Terminated'), bob.expectState('Alice', 'Terminated')]);

  const [own] = await storedRecordings(serverUrl, 'alice');
  const [others] = await storedRecordings(serverUrl, 'bob');
  if (own === undefined || others === undefined) throw new Error('a recording is gone');
  // A busy machine's sound server keeps a part of the tone from Firefox; what it was not given it cannot send to Bob either.
  expectBothTones(own, { leastShare: 0.5, exceptGaps: true });
  expectBothTones(others, { remoteHz: aliceToneHz, localHz: bobToneHz, leastShare: 0.5 });
  for (const [recording, phone] of [
    [own, alice],
    [others, bob],
  ] as const) {
    const connectedMs = await connectedDurationMs(phone.page);
    expect(Math.abs(recording.wav.durationMs - connectedMs), 'file time is wall time').toBeLessThan(
      longestErrorMs,
    );
  }

  await alice.goTo('Recordings');
  const row = alice.recording('bob');
  await expect(row.getByText('Stored')).toBeVisible();
  await row.getByRole('button', { name: 'Play' }).click();
  const position = page.getByRole('slider', { name: 'Position' });
  await expect.poll(async () => Number(await position.getAttribute('aria-valuenow'))).toBeGreaterThan(1);
});

test('in Firefox a call is held and resumed, and all that can be set is there', async ({ openPage }) => {
  const page = await openPage('alice');
  const alice = createPhonePage(page);
  await alice.open('alice');
  await alice.dial('echo');
  await alice.expectState('echo', 'Connected');
  const call = alice.call('echo');
  await call.getByRole('button', { name: 'Hold', exact: true }).click();
  await expect(call).toContainText('On hold');
  await call.getByRole('button', { name: 'Resume', exact: true }).click();
  await expect(call).toContainText('In call');

  await alice.goTo('Settings');
  const section = (name: string) => page.getByRole('region', { name, exact: true });
  for (const name of ['Calls', 'Recording', 'Sound', 'Check', 'Accounts', 'Notifications', 'Keyboard']) {
    await expect(section(name)).toBeVisible();
  }
  await expect(section('Data')).toContainText(/ of .+ are used\./);
  await section('Look').getByRole('radio', { name: 'Dark' }).check();
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  await section('Language').getByText('Deutsch', { exact: true }).click();
  await expect(page.getByRole('region', { name: 'Sprache' })).toBeVisible();
  // The phone itself goes on in whatever language.
  await page.getByRole('button', { name: 'Auflegen' }).first().click();
  await expect(page.getByRole('button', { name: 'Auflegen' })).toHaveCount(0);
});
