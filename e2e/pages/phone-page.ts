import { expect, type Locator, type Page } from '@playwright/test';
import type { CallState } from '#core/call/call-state.ts';
import { typeInto } from '../support/type-into.ts';

/** The phone as a person uses it: what they see by role and name, what they do by verbs. */
export interface PhonePage {
  readonly page: Page;
  /** Signs in as a demo account through the address and waits until calls can come. */
  readonly open: (account: string) => Promise<void>;
  readonly dial: (target: string) => Promise<void>;
  readonly call: (name: string) => Locator;
  readonly incoming: (name: string) => Locator;
  /** On the page of recordings: those of calls with somebody, by the name there. The other side's are there, too. */
  readonly recording: (name: string) => Locator;
  readonly accept: (name: string) => Promise<void>;
  readonly reject: (name: string) => Promise<void>;
  readonly hangUp: (name: string) => Promise<void>;
  readonly expectState: (name: string, state: CallState) => Promise<void>;
  readonly expectRegistration: (text: string | RegExp) => Promise<void>;
  readonly goTo: (place: 'Phone' | 'Recordings' | 'History' | 'Contacts' | 'Settings') => Promise<void>;
}

/** Wraps a page. */
export function createPhonePage(page: Page): PhonePage {
  const call = (name: string) => page.getByRole('region', { name: `Call with ${name}`, exact: true });
  const incoming = (name: string) => page.getByRole('alertdialog', { name: `Incoming call from ${name}` });
  const recording = (name: string) =>
    page.getByRole('listitem').filter({ has: page.getByText(name, { exact: true }) });
  const press = (within: Locator, name: string) => within.getByRole('button', { name, exact: true }).click();
  const expectRegistration = (text: string | RegExp) =>
    expect(page.getByRole('status').filter({ hasText: text }).first()).toBeVisible();

  return {
    page,
    call,
    incoming,
    recording,
    expectRegistration,
    async open(account) {
      await page.goto(`/?account=${account}`);
      await expectRegistration('Registered');
    },
    async dial(target) {
      await typeInto(page.getByRole('textbox', { name: 'Number or address' }), target);
      await page.getByRole('button', { name: 'Call', exact: true }).click();
    },
    accept: (name) => press(incoming(name), 'Accept'),
    reject: (name) => press(incoming(name), 'Reject'),
    hangUp: (name) => press(call(name), 'Hang up'),
    expectState: (name, state) => expect(call(name)).toHaveAttribute('data-call-state', state),
    goTo: (place) =>
      page.getByRole('navigation').getByRole('link', { name: place, exact: true }).first().click(),
  };
}
