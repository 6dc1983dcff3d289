import type { Locator, Page } from '@playwright/test';
import { aliceToneHz } from '../fixtures.ts';
import { createPhonePage, type PhonePage } from '../pages/phone-page.ts';
import { addHeadset } from './headset.ts';
import { expectToHear } from './heard-tones.ts';

/** A fixture: Alice has a headset beside the microphone of her browser. */
export const withHeadset = {
  alice: async (
    { openPage }: { readonly openPage: (owner: 'alice') => Promise<Page> },
    provide: (phone: PhonePage) => Promise<void>,
  ): Promise<void> => {
    const page = await openPage('alice');
    await addHeadset(page);
    const phone = createPhonePage(page);
    await phone.open('alice');
    await provide(phone);
  },
};

type DeviceKind = 'Microphone' | 'Speaker' | 'Ringing';

/** Where the settings show which device is used. */
export const choice = (page: Page, kind: DeviceKind): Locator => page.getByRole('combobox', { name: kind });

/** Chooses a device in the settings. */
export async function choose(phone: PhonePage, kind: DeviceKind, device: string): Promise<void> {
  await phone.goTo('Settings');
  await choice(phone.page, kind).selectOption(device);
}

/** Alice calls Bob, who hears the microphone of her browser. */
export async function callBob(alice: PhonePage, bob: PhonePage): Promise<void> {
  await alice.dial('bob');
  await bob.accept('Alice');
  await alice.expectState('bob', 'Connected');
  await expectToHear(bob.page, aliceToneHz);
}
