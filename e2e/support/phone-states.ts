import type { Page } from '@playwright/test';

/** A state of the page: a scene of the preview, and what a person does there to come to it. */
export interface PhoneState {
  readonly scene: string;
  readonly reach?: (page: Page) => Promise<void>;
}

const press =
  (...names: readonly (string | RegExp)[]) =>
  async (page: Page): Promise<void> => {
    for (const name of names) {
      await page
        .getByRole('button', { name, exact: typeof name === 'string' })
        .first()
        .click();
    }
  };

const choose = (item: string) => (page: Page) => page.getByRole('menuitem', { name: item }).click();

const inOrder =
  (...steps: readonly ((page: Page) => Promise<void>)[]) =>
  async (page: Page): Promise<void> => {
    for (const step of steps) await step(page);
  };

const openContact = (page: Page): Promise<void> =>
  page.getByRole('link', { name: 'Bob Okonkwo' }).first().click();

const importFile = (text: string) => (page: Page) =>
  page
    .getByLabel('Import vCard or CSV')
    .setInputFiles({ name: 'contacts.vcf', mimeType: 'text/vcard', buffer: Buffer.from(text) });
const robert = 'BEGIN:VCARD\r\nVERSION:3.0\r\nFN:Robert Only\r\nTEL:+4930123\r\nEND:VCARD\r\n';

/** Every state of the page that looks like no other. */
export const phoneStates: readonly PhoneState[] = [
  { scene: 'sign-in' },
  { scene: 'sign-in', reach: press('Sign in') },
  { scene: 'sign-in', reach: press('Check sound and network') },
  { scene: 'sign-in-unknown' },
  { scene: 'failed' },
  { scene: 'idle' },
  { scene: 'idle', reach: (page) => page.keyboard.press('?') },
  { scene: 'connecting' },
  { scene: 'failed-inside' },
  { scene: 'reconnecting' },
  { scene: 'notices' },
  { scene: 'link-asks' },
  { scene: 'link-refused' },
  { scene: 'sound-blocked' },
  { scene: 'calling' },
  { scene: 'ringing' },
  { scene: 'incoming' },
  { scene: 'incoming', reach: press('Forward…') },
  { scene: 'incoming-two' },
  { scene: 'incoming-third' },
  { scene: 'in-call' },
  { scene: 'in-call', reach: press('Keypad') },
  { scene: 'in-call', reach: press('Transfer') },
  { scene: 'unrecorded' },
  { scene: 'talking-while-muted' },
  { scene: 'recording-failed' },
  { scene: 'poor-sound' },
  { scene: 'two-calls' },
  { scene: 'consultation', reach: press('Transfer') },
  { scene: 'transfer' },
  { scene: 'conference' },
  { scene: 'long-name' },
  { scene: 'ended' },
  { scene: 'strip' },
  { scene: 'two-accounts', reach: press(/^Accounts: /) },
  { scene: 'two-accounts-idle' },
  { scene: 'recordings' },
  { scene: 'recordings-empty' },
  { scene: 'recordings-loading' },
  { scene: 'recordings-error' },
  { scene: 'recordings-many', reach: press('Select') },
  { scene: 'recordings-many', reach: press('Play') },
  { scene: 'recordings-many', reach: press('Delete') },
  { scene: 'history' },
  { scene: 'history', reach: press('More about Bob Okonkwo') },
  { scene: 'history', reach: inOrder(press('More about Bob Okonkwo'), choose('Delete')) },
  { scene: 'history', reach: inOrder(press('More'), choose('Delete all calls')) },
  { scene: 'history-empty' },
  { scene: 'history-off' },
  { scene: 'contacts' },
  { scene: 'contacts', reach: openContact },
  { scene: 'contacts', reach: inOrder(openContact, press('Edit')) },
  { scene: 'contacts', reach: inOrder(openContact, press('Delete')) },
  { scene: 'contacts', reach: importFile(robert) },
  { scene: 'contacts', reach: importFile('nobody') },
  { scene: 'contacts-empty' },
  { scene: 'contacts-off' },
  { scene: 'settings' },
  { scene: 'sound-in-call' },
  { scene: 'check', reach: press('Start the check') },
  { scene: 'check-problems', reach: press('Start the check') },
  { scene: 'data' },
  { scene: 'config-error' },
  { scene: 'crash' },
];

/** Those that are looked at from right to left, too: each part of the page once, as it is at once. */
export const statesInArabic: readonly PhoneState[] = [
  'sign-in',
  'idle',
  'incoming-two',
  'in-call',
  'conference',
  'ended',
  'recordings-many',
  'history',
  'contacts',
  'settings',
].map((scene) => ({ scene }));

/** Those whose words stand in narrow buttons, or beside each other: looked at in every language. */
export const statesOfCalls: readonly PhoneState[] = [
  'ringing',
  'incoming',
  'incoming-two',
  'incoming-third',
  'in-call',
  'two-calls',
  'consultation',
  'transfer',
  'conference',
  'ended',
  'strip',
  'two-accounts',
].map((scene) => ({ scene }));
