import type { Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { findLayoutProblems, readTexts } from './support/layout-problems.ts';

const languages = [
  { tag: 'en', name: 'English', direction: 'ltr' },
  { tag: 'de', name: 'Deutsch', direction: 'ltr' },
  { tag: 'es', name: 'Español', direction: 'ltr' },
  { tag: 'ar', name: 'العربية', direction: 'rtl' },
] as const;
const sizes = [
  { width: 1280, height: 800 },
  { width: 768, height: 1024 },
  { width: 360, height: 640 },
] as const;

const goTo = (page: Page, hash: string) =>
  page.evaluate((next) => {
    location.hash = next;
  }, hash);

/** Whether the paper is dark. */
const isDark = (page: Page) =>
  page.evaluate(() => {
    const paint = Object.assign(document.createElement('canvas'), { width: 1, height: 1 }).getContext('2d');
    if (paint === null) throw new Error('no canvas');
    paint.fillStyle = getComputedStyle(document.documentElement).backgroundColor;
    paint.fillRect(0, 0, 1, 1);
    const [red = 0, green = 0, blue = 0] = paint.getImageData(0, 0, 1, 1).data;
    return red + green + blue < 3 * 128;
  });

/** The pages, each with what shows that all of it is there. */
const pages: readonly (readonly [hash: string, isThere: (page: Page) => Promise<unknown>])[] = [
  ['#/phone', (page) => page.getByRole('timer').first().waitFor()],
  [
    '#/recordings',
    async (page) => {
      await page.locator('main li button:has(.lucide-play)').last().click();
      await page.locator('main canvas').first().waitFor();
    },
  ],
  ['#/history', (page) => page.getByRole('grid').getByRole('row').nth(1).waitFor()],
  ['#/contacts', (page) => page.getByRole('grid').getByRole('row').first().waitFor()],
  ['#/settings', (page) => page.locator('#settings-data').waitFor()],
];

/** What is the same in every language: names, formats, keys, sizes, what the devices of a test are called. */
const international =
  /^(?:Sidetone|Alice|Bob|tone|echo|alice@.*|WAV|Opus|FLAC|MP3|Alt|Shift|[A-Z]{3,4}|[\d.,]+ ?(?:[kM]B|bytes)|Fake Audio .*|English|Deutsch|Español|العربية|Format|Balance|Pause|Offline)$/u;

// Every failure names its place: a trace would only cost its time.
test.use({ trace: 'off' });

test('four languages, three sizes and both themes: everything fits, and every word is of the language', async ({
  alice,
}) => {
  const { page } = alice;
  await alice.goTo('Contacts');
  await page.getByLabel('Import vCard or CSV').setInputFiles({
    name: 'contacts.vcf',
    mimeType: 'text/vcard',
    buffer: Buffer.from('BEGIN:VCARD\nFN:Bob\nTEL:bob\nX-SIDETONE-FAVOURITE:1\nEND:VCARD\n'),
  });
  await expect(page.getByRole('link', { name: 'Bob' }).first()).toBeVisible();
  await alice.goTo('Phone');
  await alice.dial('tone');
  await alice.expectState('tone', 'Connected');
  await alice.hangUp('tone');
  await alice.dial('echo');
  await alice.expectState('echo', 'Connected');

  const english = new Set<string>();
  for (const { tag, name, direction } of languages) {
    await goTo(page, '#/settings/language');
    await page.locator('#settings-language').getByText(name, { exact: true }).click();
    await expect(page.locator('html')).toHaveAttribute('lang', tag);
    await expect(page.locator('html')).toHaveAttribute('dir', direction);
    for (const [hash, isThere] of pages) {
      await goTo(page, hash);
      await isThere(page);
      for (const size of sizes) {
        await page.setViewportSize(size);
        for (const colorScheme of ['light', 'dark'] as const) {
          await page.emulateMedia({ colorScheme });
          await expect.poll(() => isDark(page)).toBe(colorScheme === 'dark');
          const where = `${tag} ${hash} ${size.width} px, ${colorScheme}`;
          expect.soft(await findLayoutProblems(page), where).toEqual([]);
        }
      }
      const texts = await readTexts(page);
      if (tag === 'en') for (const text of texts) english.add(text);
      else {
        const foreign = texts.filter((text) => english.has(text) && !international.test(text));
        expect.soft(foreign, `${tag} ${hash}: words that are still English`).toEqual([]);
      }
    }
  }
});
