import { firefox, type Locator } from '@playwright/test';

/**
 * Types a text in the place of what a field holds. In Firefox by its keys: there `fill` of Playwright 1.64 changes the field
 * in a way that React does not notice.
 */
export async function typeInto(field: Locator, text: string): Promise<void> {
  if (field.page().context().browser()?.browserType() !== firefox) return field.fill(text);
  await field.press('ControlOrMeta+a');
  return field.pressSequentially(text);
}
