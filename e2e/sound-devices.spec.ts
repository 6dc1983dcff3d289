import type { Page } from '@playwright/test';
import { aliceToneHz, expect, test as base } from './fixtures.ts';
import { createPhonePage } from './pages/phone-page.ts';
import { callBob, choice, choose, withHeadset } from './support/chosen-devices.ts';
import { headsetToneHz } from './support/headset.ts';
import { expectToHear } from './support/heard-tones.ts';

const test = base.extend(withHeadset);

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
  await callBob(alice, bob);
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
