import { readFile } from 'node:fs/promises';
import { expect, test } from './fixtures.ts';
import { createPhonePage } from './pages/phone-page.ts';
import { untilSeconds } from './support/call-timer.ts';
import { tabTo } from './support/keyboard.ts';
import { hearLiveRegions } from './support/live-regions.ts';
import { decodeWav } from './support/wav.ts';

test('by the keyboard alone from sign-in to a downloaded recording; the focus is never lost, and each state is said once', async ({
  openPage,
}) => {
  const [page, bobPage] = [
    await openPage('alice'),
    await openPage('bob', { recording: { policy: 'never' } }),
  ];
  const { keyboard } = page;
  const button = (name: string, within = page.locator('body')) =>
    within.getByRole('button', { name, exact: true });
  const alice = createPhonePage(page);
  const bob = createPhonePage(bobPage);
  const regions = await hearLiveRegions(page, 'Call with');
  const dialField = page.getByRole('textbox', { name: 'Number or address' });
  const main = page.getByRole('main');
  await bob.open('bob');
  const bobCalls = async () => {
    await tabTo(bobPage.getByRole('textbox', { name: 'Number or address' }));
    await bobPage.keyboard.type('alice');
    await bobPage.keyboard.press('Enter');
    await expect(alice.incoming('Bob')).toBeVisible();
  };

  await test.step('sign in', async () => {
    await page.goto('/');
    await tabTo(page.getByRole('textbox', { name: 'SIP address' }));
    await keyboard.type('alice@localhost');
    await tabTo(page.getByLabel('Password'));
    await keyboard.type('alice-demo');
    await keyboard.press('Enter');
    await alice.expectRegistration('Registered');
    await expect(main).toBeFocused();
  });

  await test.step('dial, and hang up from where one is', async () => {
    await keyboard.press('Tab');
    await expect(dialField).toBeFocused();
    await keyboard.type('tone');
    await keyboard.press('Enter');
    await regions.saysOnce('Call with tone: In call');
    await untilSeconds(alice, 'tone', 2);
    await expect(dialField).toBeFocused();
    await keyboard.press('Alt+Shift+H');
    await regions.saysOnce('Call with tone: You hung up.');
    await expect(dialField).toBeFocused();
  });

  await test.step('a toast takes no focus, and gives it to the call that was missed', async () => {
    await bobCalls();
    await expect(dialField).toBeFocused();
    await tabTo(button('Reject', alice.incoming('Bob')), 'Shift+Tab');
    await bobPage.keyboard.press('Alt+Shift+H');
    await regions.saysOnce('Call with Bob: You missed a call from Bob.');
    await expect(alice.call('Bob')).toBeFocused();
  });

  await test.step('accept', async () => {
    await bobCalls();
    await expect(alice.call('Bob')).toBeFocused();
    await tabTo(button('Accept', alice.incoming('Bob')), 'Shift+Tab');
    await keyboard.press('Enter');
    await regions.saysOnce('Call with Bob: In call');
    await expect(alice.call('Bob').first()).toBeFocused();
  });

  const call = alice.call('Bob').first();
  await test.step('mute', async () => {
    await tabTo(button('Mute', call));
    await keyboard.press('Space');
    await regions.saysOnce('Call with Bob: In call. You, muted');
    await expect(button('Unmute', call)).toBeFocused();
    await keyboard.press('Alt+Shift+M');
    await regions.saysOnce('Call with Bob: In call');
    await expect(button('Mute', call)).toBeFocused();
  });

  await test.step('hold', async () => {
    await keyboard.press('Tab');
    await expect(button('Hold', call)).toBeFocused();
    await keyboard.press('Enter');
    await regions.saysOnce('Call with Bob: On hold');
    await expect(button('Resume', call)).toBeFocused();
    await keyboard.press('Enter');
    await regions.saysOnce('Call with Bob: In call');
    await expect(button('Hold', call)).toBeFocused();
  });

  await test.step('digits, and what the keys are', async () => {
    await keyboard.press('Tab');
    await expect(button('Keypad', call)).toBeFocused();
    await keyboard.press('Enter');
    await expect(call.getByRole('textbox', { name: 'Digits' })).toBeFocused();
    await keyboard.type('12#');
    await expect(call.getByRole('textbox', { name: 'Digits' })).toHaveValue('12#');
    await keyboard.press('Escape');
    await expect(button('Keypad', call)).toBeFocused();
    await keyboard.press('?');
    await expect(button('Close', page.getByRole('dialog', { name: 'Shortcuts' }))).toBeFocused();
    await keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toHaveCount(0);
    await expect(button('Keypad', call)).toBeFocused();
  });

  await test.step('hang up', async () => {
    // Long enough for a time line.
    await expect(call).toContainText(/In call 0:(?!0[01])\d\d/);
    await tabTo(button('Hang up', call));
    await keyboard.press('Enter');
    await regions.saysOnce('Call with Bob: You hung up.');
    await expect(alice.call('Bob').first()).toBeFocused();
  });

  const rows = page.getByRole('list', { name: 'Recordings' }).getByRole('listitem');
  await test.step('play a recording', async () => {
    const link = page.getByRole('navigation').getByRole('link', { name: 'Recordings' });
    await tabTo(link, 'Shift+Tab');
    await keyboard.press('Enter');
    await expect(rows).toHaveText([/Bob.*Stored/, /tone.*Stored/]);
    await expect(link).toBeFocused();
    await tabTo(button('Play', rows.first()));
    await keyboard.press('Enter');
    await expect(button('Pause', rows.first())).toBeFocused();
    const position = page.getByRole('slider', { name: 'Position' });
    await tabTo(position);
    await keyboard.press('End');
    await expect(position).not.toHaveAttribute('aria-valuenow', '0');
    await tabTo(button('Close the player', rows.first()));
    await keyboard.press('Enter');
    await expect(position).toHaveCount(0);
    await expect(rows.first()).toBeFocused();
  });

  await test.step('download it', async () => {
    await tabTo(button('Download', rows.first()));
    const [download] = await Promise.all([page.waitForEvent('download'), keyboard.press('Enter')]);
    expect(download.suggestedFilename()).toMatch(/^\d{4}-\d\d-\d\d \d\d\.\d\d Bob\.wav$/);
    const { channels } = decodeWav(await readFile(await download.path()));
    expect(channels).toHaveLength(2);
    await expect(button('Download', rows.first())).toBeFocused();
  });

  await test.step('delete it, and take that back', async () => {
    await tabTo(button('Delete', rows.first()));
    await keyboard.press('Enter');
    await expect(rows).toHaveText([/tone/]);
    await expect(rows.first()).toBeFocused();
    await keyboard.press('Control+Z');
    await expect(rows).toHaveText([/Bob/, /tone/]);
    await expect(rows.last()).toBeFocused();
    await tabTo(button('Delete', rows.last()));
    await keyboard.press('Enter');
    await expect(rows).toHaveText([/Bob/]);
    await tabTo(button('Undo'));
    await keyboard.press('Enter');
    await expect(rows).toHaveText([/Bob/, /tone/]);
    await expect(main).toBeFocused();
  });

  await test.step('sign out', async () => {
    await tabTo(button('Sign out'), 'Shift+Tab');
    await keyboard.press('Enter');
    await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
    await expect(main).toBeFocused();
  });
});
