import { expect } from '@playwright/test';
import type { PhonePage } from '../pages/phone-page.ts';

const shownTime = /(?:In call|On hold|In conference) (\d+):(\d\d)/;

/** What the timer of a phone's call shows, in seconds; not a number while it shows none. */
async function shownSeconds(phone: PhonePage, party: string): Promise<number> {
  const [, minutes, seconds] = shownTime.exec(await phone.call(party).innerText()) ?? [];
  return Number(minutes) * 60 + Number(seconds);
}

/** Waits until the timer of a phone's call has come to so many seconds. One exact second can be missed between two looks. */
export async function untilSeconds(phone: PhonePage, party: string, seconds: number): Promise<void> {
  await expect
    .poll(() => shownSeconds(phone, party), { timeout: (seconds + 30) * 1000 })
    .toBeGreaterThanOrEqual(seconds);
}

/** Waits until the timer has gone on by so many seconds, from whenever a busy machine has come here. */
export async function passSeconds(phone: PhonePage, party: string, seconds: number): Promise<void> {
  await expect.poll(() => shownSeconds(phone, party)).not.toBeNaN();
  await untilSeconds(phone, party, (await shownSeconds(phone, party)) + seconds);
}
