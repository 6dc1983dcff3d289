import { expect, test } from '../fixtures.ts';
import { expectToHear } from '../support/heard-tones.ts';

const toneHz = 440;
const summary = (count: number) =>
  `Messages-Waiting: ${count > 0 ? 'yes' : 'no'}\r\nMessage-Account: sip:tone@localhost\r\nVoice-Message: ${count}/0\r\n`;

test('waiting messages light the lamp, also of who was away, and a press calls the voicemail', async ({
  alice,
  publish,
  server,
}) => {
  const { page } = alice;
  const lamp = page.getByRole('button', { name: /new messages?: call the voicemail/ });
  const messages = await publish('alice', 'message-summary', summary(2));
  await expect(lamp).toHaveAccessibleName('2 new messages: call the voicemail');
  await messages.change(summary(0));
  await expect(lamp).toHaveCount(0);
  await messages.change(summary(1));
  await expect(lamp).toHaveAccessibleName('1 new message: call the voicemail');

  // What was published is gone with the server. The phone asks again, and hears what is new.
  await server.goAway();
  await alice.expectRegistration('Reconnecting');
  await server.comeBack();
  await alice.expectRegistration('Registered');
  await publish('alice', 'message-summary', summary(3));
  await expect(lamp).toHaveAccessibleName('3 new messages: call the voicemail');

  await page.reload();
  await expect(lamp).toHaveAccessibleName('3 new messages: call the voicemail');
  await lamp.click();
  await alice.expectState('tone', 'Connected');
  await expectToHear(page, toneHz);
});
