import { expect, type Locator, type Page } from '@playwright/test';

/** As many stops as no page of the phone has. */
const maxStops = 80;

/** Goes from stop to stop with the Tab key, forwards or back, until an element has the focus; it is never put there. */
export async function tabTo(target: Locator, key: 'Tab' | 'Shift+Tab' = 'Tab'): Promise<void> {
  const page: Page = target.page();
  await expect(target).toBeEnabled();
  for (let stop = 0; stop < maxStops; stop += 1) {
    await page.keyboard.press(key);
    if (await target.evaluate((element) => element === document.activeElement)) return;
  }
  await expect(target, 'is reached with the Tab key').toBeFocused({ timeout: 1 });
}
