import type { Page } from '@playwright/test';
import { aliceToneHz, bobToneHz, expect, test as base } from './fixtures.ts';
import { createPhonePage, type PhonePage } from './pages/phone-page.ts';
import { untilSeconds } from './support/call-timer.ts';
import { addHeadset, headsetToneHz, loseHeadset, plugHeadset, unplugHeadset } from './support/headset.ts';
import { expectToHear } from './support/heard-tones.ts';
import { expectNothingOpen } from './support/media-watch.ts';
import { markOf, piece, storedRecordings } from './support/stored-recordings.ts';
import { expectHeard, toneLevelDb } from './support/tones.ts';

const silentDb = -40;

const test = base.extend<{ readonly alice: PhonePage }>({
  alice: async ({ openPage }, provide) => {
    const page = await openPage('alice');
    await addHeadset(page);
    const phone = createPhonePage(page);
    await phone.open('alice');
    await provide(phone);
  },
});

const choice = (page: Page, name: 'Microphone' | 'Speaker' | 'Ringing') =>
  page.getByRole('combobox', { name });

async function choose(phone: PhonePage, name: 'Microphone' | 'Speaker' | 'Ringing', device: string) {
  await phone.goTo('Settings');
  await choice(phone.page, name).selectOption(device);
}

async function connect(alice: PhonePage, bob: PhonePage): Promise<void> {
  await alice.dial('bob');
  await bob.accept('Alice');
  await alice.expectState('bob', 'Connected');
  await expectToHear(bob.page, aliceToneHz);
}

test('a microphone that is chosen in a call is heard at the far end, and both are in the recording', async ({
  alice,
  bob,
  serverUrl,
}) => {
  await connect(alice, bob);
  await untilSeconds(alice, 'bob', 3);
  await alice.call('bob').getByRole('link', { name: 'Microphone and speaker' }).click();
  await choose(alice, 'Microphone', 'Headset');
  await expectToHear(bob.page, headsetToneHz);
  await alice.goTo('Phone');
  await untilSeconds(alice, 'bob', 7);
  await alice.hangUp('bob');
  await Promise.all([expectNothingOpen(alice.page), expectNothingOpen(bob.page)]);

  const [recording] = await storedRecordings(serverUrl, 'alice');
  if (recording === undefined) throw new Error('there is no recording');
  const { atMs } = markOf(recording, 'device-change');
  const { sampleRateHz } = recording.wav;
  for (const [fromMs, toMs, isHz, wasHz] of [
    [atMs - 1200, atMs - 200, aliceToneHz, headsetToneHz],
    [atMs + 300, atMs + 1300, headsetToneHz, aliceToneHz],
  ] as const) {
    const { left, right } = piece(recording, fromMs, toMs);
    expectHeard(left, sampleRateHz, bobToneHz);
    expectHeard(right, sampleRateHz, isHz);
    expect(toneLevelDb(right, sampleRateHz, wasHz)).toBeLessThan(silentDb);
  }
});

test('a muted microphone stays muted when another one is chosen', async ({ alice, bob }) => {
  await connect(alice, bob);
  await alice.call('bob').getByRole('button', { name: 'Mute' }).click();
  await expectToHear(bob.page);
  await choose(alice, 'Microphone', 'Headset');
  await expect(choice(alice.page, 'Microphone')).toHaveValue('headset');
  await expect(alice.page.getByRole('button', { name: 'Unmute' })).toBeVisible();
  await expectToHear(bob.page);
  await alice.page.getByRole('button', { name: 'Unmute' }).click();
  await expectToHear(bob.page, headsetToneHz);
});

test('who talks while muted is told so, and is heard once unmuted', async ({ alice, bob }) => {
  await connect(alice, bob);
  await alice.call('bob').getByRole('button', { name: 'Mute' }).click();
  await expect(alice.call('bob')).toContainText('You are talking, but you are muted');
  await expectToHear(bob.page);
  await alice.call('bob').getByRole('button', { name: 'Unmute' }).click();
  await expect(alice.call('bob')).not.toContainText('You are talking, but you are muted');
  await expectToHear(bob.page, aliceToneHz);
  await alice.hangUp('bob');
  await expectNothingOpen(alice.page);
});

test('a headset that is unplugged in a call gives way to the default, and is taken up again', async ({
  alice,
  bob,
}) => {
  await choose(alice, 'Microphone', 'Headset');
  await alice.goTo('Phone');
  await alice.dial('bob');
  await bob.accept('Alice');
  await expectToHear(bob.page, headsetToneHz);
  await alice.goTo('Settings');
  await unplugHeadset(alice.page);
  await expectToHear(bob.page, aliceToneHz);
  await expect(alice.page.getByText('The system default is used until “Headset” is back.')).toBeVisible();
  await plugHeadset(alice.page);
  await expectToHear(bob.page, headsetToneHz);
  await expect(alice.page.getByText('until “Headset” is back')).toBeHidden();
  await alice.page.getByRole('button', { name: 'Hang up' }).click();
  await expectNothingOpen(alice.page);
});

test('a headset that vanishes while it is chosen is said, and nothing is lost', async ({ alice, bob }) => {
  await connect(alice, bob);
  await alice.goTo('Settings');
  await loseHeadset(alice.page);
  await choose(alice, 'Microphone', 'Headset');
  await expect(alice.page.getByRole('alert')).toContainText(
    'This device is not there any more, so everything stays as it was.',
  );
  await expect(choice(alice.page, 'Microphone')).toHaveValue('');
  await expectToHear(bob.page, aliceToneHz);
});

test('what was chosen is used after the page is loaded again', async ({ alice, bob }) => {
  await choose(alice, 'Microphone', 'Headset');
  await choose(alice, 'Speaker', 'Fake Audio Output 1');
  await choose(alice, 'Ringing', 'Fake Audio Output 2');
  const volume = alice.page.getByRole('switch', { name: 'Automatic volume' });
  // The switch shows what the microphone does, once it does it.
  await volume.click();
  await expect(volume).toBeChecked();
  await alice.page.reload();
  await alice.expectRegistration('Registered');
  await alice.goTo('Settings');
  for (const [name, device] of [
    ['Microphone', 'Headset'],
    ['Speaker', 'Fake Audio Output 1'],
    ['Ringing', 'Fake Audio Output 2'],
  ] as const) {
    await expect(choice(alice.page, name).locator('option:checked')).toHaveText(device);
  }
  await expect(alice.page.getByRole('switch', { name: 'Automatic volume' })).toBeChecked();
  await alice.goTo('Phone');
  await alice.dial('bob');
  await bob.accept('Alice');
  await expectToHear(bob.page, headsetToneHz);
});

/** Makes a page remember on which device it played what, by name. Before the page is opened. */
async function watchOutputs(page: Page): Promise<() => Promise<readonly string[]>> {
  await page.addInitScript(() => {
    const played: HTMLMediaElement[] = [];
    Object.assign(globalThis, { played });
    const play = Reflect.get<HTMLMediaElement, 'play'>(HTMLMediaElement.prototype, 'play');
    HTMLMediaElement.prototype.play = function playAndNote(this: HTMLMediaElement) {
      played.push(this);
      return play.call(this);
    };
  });
  return () =>
    page.evaluate(async () => {
      const { played } = globalThis as unknown as { readonly played: readonly HTMLMediaElement[] };
      const known = await navigator.mediaDevices.enumerateDevices();
      return played
        .filter(({ paused }) => !paused)
        .map(({ sinkId }) => known.find(({ deviceId }) => deviceId === sinkId)?.label ?? 'default');
    });
}

test('a call rings on one device and talks on another, which can be changed', async ({ openPage, bob }) => {
  const page = await openPage('alice');
  const playing = await watchOutputs(page);
  const alice = createPhonePage(page);
  await alice.open('alice');
  await choose(alice, 'Ringing', 'Fake Audio Output 2');
  await page.getByRole('button', { name: 'Test: Ringing' }).click();
  await expect.poll(playing).toEqual(['Fake Audio Output 2']);
  await expect.poll(playing).toEqual([]);
  await choose(alice, 'Speaker', 'Fake Audio Output 1');
  await bob.dial('alice');
  await expect.poll(playing).toEqual(['Fake Audio Output 2']);
  await alice.accept('Bob');
  await expect.poll(playing).toEqual(['Fake Audio Output 1']);
  await choose(alice, 'Speaker', 'System default');
  await expect.poll(playing).toEqual(['default']);
});

test('a change of processing reaches the microphone of a call under way', async ({ alice, bob }) => {
  await connect(alice, bob);
  await alice.goTo('Settings');
  const gain = alice.page.getByRole('switch', { name: 'Automatic volume' });
  await expect(gain).not.toBeChecked();
  await gain.click();
  await expect(gain).toBeChecked();
  const liveGains = () =>
    alice.page.evaluate(() => {
      const { watchedMedia } = globalThis as unknown as { watchedMedia: { streams: readonly MediaStream[] } };
      const live = watchedMedia.streams
        .flatMap((stream) => stream.getAudioTracks())
        .filter(({ readyState }) => readyState === 'live');
      return [...new Set(live.map((track) => track.getSettings().autoGainControl))];
    });
  await expect.poll(liveGains).toEqual([true]);
  await expectToHear(bob.page, aliceToneHz);
});
