import type { BrowserContext } from '@playwright/test';
import type { PhoneConfig } from '#core/config/phone-config.ts';

/** What a test says of recordings in config.json. */
export type RecordingConfig = Partial<PhoneConfig['recording']>;

/** Gives every page of a context a config.json of the test's own. Without a `server`, the page's own is the exchange. */
export async function configurePhone(
  context: BrowserContext,
  recording: RecordingConfig,
  server?: string,
): Promise<void> {
  await context.route('**/config.json', (route) =>
    route.fulfill({
      json: {
        demo: true,
        ...(server === undefined ? {} : { server }),
        recording,
        // The browser's own processing takes a steady tone for noise and removes it.
        audio: { echoCancellation: false, noiseSuppression: false, autoGainControl: false },
      },
    }),
  );
}
