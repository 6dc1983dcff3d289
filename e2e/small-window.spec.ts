import { expect, test } from './fixtures.ts';
import { createPhonePage } from './pages/phone-page.ts';

test('the small window shows the same phone, also in a call, and goes with its page', async ({ alice }) => {
  await alice.dial('echo');
  await alice.expectState('echo', 'Connected');
  const opening = alice.page.waitForEvent('popup');
  await alice.page.getByRole('button', { name: 'Open in a small window' }).click();
  const popup = await opening;
  const connections: string[] = [];
  popup.on('websocket', (socket) => connections.push(socket.url()));
  const small = createPhonePage(popup);
  await small.expectState('echo', 'Connected');
  await small.call('echo').getByRole('button', { name: 'Mute', exact: true }).click();
  await expect(alice.call('echo').getByRole('button', { name: 'Unmute', exact: true })).toBeVisible();

  await small.hangUp('echo');
  await alice.expectState('echo', 'Terminated');
  // A failure of the other window's is one here, too.
  await small.dial('a b');
  await expect(popup.getByText('This is neither a number nor an address.')).toBeVisible();
  await small.dial('tone');
  await alice.expectState('tone', 'Connected');
  expect(connections).toEqual([]);

  const closing = popup.waitForEvent('close');
  await alice.page.close();
  await closing;
});
