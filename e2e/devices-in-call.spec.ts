import { aliceToneHz, expect, test as base } from './fixtures.ts';
import { passSeconds, untilSeconds } from './support/call-timer.ts';
import { callBob, choice, choose, withHeadset } from './support/chosen-devices.ts';
import { headsetToneHz, loseHeadset, plugHeadset, unplugHeadset } from './support/headset.ts';
import { expectToHear } from './support/heard-tones.ts';
import { expectNothingOpen } from './support/media-watch.ts';
import { expectTones, storedByAlice } from './support/recorded-call.ts';
import { markOf, piece } from './support/stored-recordings.ts';
import { expectUnheard } from './support/tones.ts';

const test = base.extend(withHeadset);

test('a microphone that is chosen in a call is heard at the far end, and both are in the recording', async ({
  alice,
  bob,
  serverUrl,
}) => {
  await callBob(alice, bob);
  await untilSeconds(alice, 'bob', 2);
  await alice.call('bob').getByRole('link', { name: 'Microphone and speaker' }).click();
  await choose(alice, 'Microphone', 'Headset');
  await expectToHear(bob.page, headsetToneHz);
  await alice.goTo('Phone');
  await passSeconds(alice, 'bob', 2);
  await alice.hangUp('bob');
  await Promise.all([expectNothingOpen(alice.page), expectNothingOpen(bob.page)]);

  const recording = await storedByAlice(serverUrl);
  const { atMs } = markOf(recording, 'device-change');
  for (const [fromMs, toMs, localHz, otherHz] of [
    [atMs - 1200, atMs - 200, aliceToneHz, headsetToneHz],
    [atMs + 300, atMs + 1300, headsetToneHz, aliceToneHz],
  ] as const) {
    expectTones(recording, fromMs, toMs, { localHz });
    const { right } = piece(recording, fromMs, toMs);
    expectUnheard(right, recording.wav.sampleRateHz, otherHz);
  }
});

test('who talks while muted is told so, and stays muted with another microphone until unmuted', async ({
  alice,
  bob,
}) => {
  await callBob(alice, bob);
  await alice.call('bob').getByRole('button', { name: 'Mute' }).click();
  await expect(alice.call('bob')).toContainText('You are talking, but you are muted');
  await expectToHear(bob.page);
  await choose(alice, 'Microphone', 'Headset');
  await expect(choice(alice.page, 'Microphone')).toHaveValue('headset');
  await expect(alice.page.getByRole('button', { name: 'Unmute' })).toBeVisible();
  await expectToHear(bob.page);
  await alice.goTo('Phone');
  await expect(alice.call('bob')).toContainText('You are talking, but you are muted');
  await alice.call('bob').getByRole('button', { name: 'Unmute' }).click();
  await expect(alice.call('bob')).not.toContainText('You are talking, but you are muted');
  await expectToHear(bob.page, headsetToneHz);
  await alice.hangUp('bob');
  await expectNothingOpen(alice.page);
});

test('a headset that vanishes while it is chosen is said; one unplugged later gives way to the default, and is taken up again', async ({
  alice,
  bob,
}) => {
  await callBob(alice, bob);
  await alice.goTo('Settings');
  await loseHeadset(alice.page);
  await choose(alice, 'Microphone', 'Headset');
  await expect(alice.page.getByRole('alert')).toContainText(
    'This device is not there any more, so everything stays as it was.',
  );
  await expect(choice(alice.page, 'Microphone')).toHaveValue('');
  await expectToHear(bob.page, aliceToneHz);

  await plugHeadset(alice.page);
  await choose(alice, 'Microphone', 'Headset');
  await expectToHear(bob.page, headsetToneHz);
  await unplugHeadset(alice.page);
  await expectToHear(bob.page, aliceToneHz);
  await expect(alice.page.getByText('The system default is used until “Headset” is back.')).toBeVisible();
  await plugHeadset(alice.page);
  await expectToHear(bob.page, headsetToneHz);
  await expect(alice.page.getByText('until “Headset” is back')).toBeHidden();
  await alice.page.getByRole('button', { name: 'Hang up' }).click();
  await expectNothingOpen(alice.page);
});
