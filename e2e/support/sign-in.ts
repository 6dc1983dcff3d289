import type { Page } from '@playwright/test';
import { typeInto } from './type-into.ts';

interface Entries {
  readonly address?: string;
  readonly password?: string;
  readonly server?: string;
}

/** Opens the phone and signs in by the form, as Alice unless told. */
export async function signIn(
  page: Page,
  { address = 'alice@localhost', password = 'alice-demo', server }: Entries = {},
): Promise<void> {
  await page.goto('/');
  await typeInto(page.getByRole('textbox', { name: 'SIP address' }), address);
  await typeInto(page.getByLabel('Password'), password);
  await typeInto(page.getByRole('textbox', { name: 'Display name' }), 'Alice');
  if (server !== undefined) await typeInto(page.getByRole('textbox', { name: 'WebSocket server' }), server);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
}
