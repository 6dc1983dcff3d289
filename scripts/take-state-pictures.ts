import { mkdir, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type CDPSession, type Page } from '@playwright/test';
import { settleState, startPreview } from '../e2e/support/preview.ts';
import { ensureChromium } from './lib/chromium.mjs';

/* Makes the pictures in docs/images/states: every main state of the page, on a fake phone, in two themes, three sizes and
two languages; or, of the states that are named behind it, theirs alone. To be looked at, one by one, after a change of the look. */

/** The scenes of src/testing/preview/scenes.ts by the name of their picture, and what is done there before it is taken. */
const states = {
  'sign-in': 'sign-in',
  'sign-in-failed': 'failed',
  idle: 'idle',
  dialling: 'ringing',
  incoming: 'incoming',
  'in-call': 'in-call',
  'poor-sound': 'poor-sound',
  'two-calls-and-a-third': 'incoming-third',
  conference: 'conference',
  consultation: 'consultation',
  transfer: 'transfer',
  'long-name': 'long-name',
  ended: 'ended',
  'call-on-another-page': 'strip',
  recordings: 'recordings',
  player: 'recordings-player',
  'recordings-empty': 'recordings-empty',
  'recordings-error': 'recordings-error',
  history: 'history',
  contacts: 'contacts',
  settings: 'settings',
  check: 'check-problems',
  data: 'data',
  sound: 'sound',
  'several-accounts': 'two-accounts',
  offline: 'reconnecting',
  'settings-not-usable': 'config-error',
  crash: 'crash',
} as const;
/** Half a minute into the first recording of the list. In whatever language, the first button of a row plays. */
async function playFirst(page: Page): Promise<void> {
  await page.getByRole('listitem').first().getByRole('button').first().click();
  const position = page.getByRole('slider').first();
  await position.press('Space');
  await position.press('PageUp');
  await position.blur();
  await page.mouse.move(0, 0);
}
/** What is done in a scene before its picture is taken. */
const reaches: Readonly<Record<string, (page: Page) => Promise<void>>> = { 'recordings-player': playFirst };

const sizes = {
  wide: { width: 1280, height: 800 },
  tablet: { width: 820, height: 1180 },
  phone: { width: 390, height: 844 },
} as const;
const namesOfSizes = ['wide', 'tablet', 'phone'] as const;
const looks = namesOfSizes.flatMap((size) =>
  ['light', 'dark'].flatMap((theme) => ['en', 'ar'].map((language) => ({ size, theme, language }))),
);

const root = fileURLToPath(new URL('..', import.meta.url));
const folder = join(root, 'docs', 'images', 'states');

/** A size that stays small in the repository. Playwright itself knows PNG and JPEG only. */
async function takeWebp(session: CDPSession): Promise<Buffer> {
  const { data } = await session.send('Page.captureScreenshot', { format: 'webp', quality: 60 });
  return Buffer.from(data, 'base64');
}

async function take(browser: Browser, url: string, wanted: readonly string[]): Promise<void> {
  for (const { size, theme, language } of looks) {
    const context = await browser.newContext({ viewport: sizes[size], reducedMotion: 'reduce' });
    const page = await context.newPage();
    const session = await context.newCDPSession(page);
    for (const [state, scene] of Object.entries(states)) {
      if (!wanted.includes(state)) continue;
      // Another scene at another fragment is the same document to a browser.
      await page.goto('about:blank');
      await page.goto(`${url}?${new URLSearchParams({ scene, theme, language }).toString()}`);
      await settleState(page);
      await page.waitForLoadState('networkidle');
      await reaches[scene]?.(page);
      await writeFile(join(folder, `${state}-${size}-${theme}-${language}.webp`), await takeWebp(session));
    }
    console.log(`docs/images/states/*-${size}-${theme}-${language}.webp`);
    await context.close();
  }
}

const named = process.argv.slice(2);
const wanted = named.length === 0 ? Object.keys(states) : named;
if (named.length === 0) await rm(folder, { recursive: true, force: true });
await mkdir(folder, { recursive: true });
const preview = await startPreview();
const browser = await chromium.launch({ executablePath: await ensureChromium(), args: ['--no-sandbox'] });
try {
  await take(browser, preview.url, wanted);
} finally {
  await browser.close();
  await preview.close();
}
