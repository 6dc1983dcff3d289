import { expect, test } from './fixtures.ts';
import { settleState, startPreview } from './support/preview.ts';

test('on the smallest screens the bar says in whole words how one is signed in, and how to hear', async ({
  browsers,
}) => {
  const preview = await startPreview();
  const context = await browsers.alice.newContext();
  const page = await context.newPage();
  for (const width of [390, 360]) {
    await page.setViewportSize({ width, height: 800 });
    for (const language of ['en', 'de', 'es', 'ar']) {
      for (const scene of ['idle', 'reconnecting', 'failed-inside', 'sound-blocked', 'two-accounts']) {
        await page.goto('about:blank');
        await page.goto(`${preview.url}?${new URLSearchParams({ scene, language }).toString()}`);
        await settleState(page);
        const cut = await page
          .getByRole('banner')
          .locator('[role="status"] > span, [role="alert"] > button')
          .evaluateAll((elements) =>
            elements
              .filter((element) => getComputedStyle(element).clipPath === 'none')
              .filter(({ scrollWidth, clientWidth }) => clientWidth < 30 || scrollWidth > clientWidth)
              .map(({ textContent }) => textContent),
          );
        expect.soft(cut, `${scene}, ${language}, ${width} px`).toEqual([]);
      }
    }
  }
  await context.close();
  await preview.close();
});
