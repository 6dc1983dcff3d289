import { createRequire } from 'node:module';
import type { Page } from '@playwright/test';
import type axe from 'axe-core';
import { expect, test } from './fixtures.ts';
import { findFaintEdges } from './support/faint-edges.ts';
import { findLayoutProblems } from './support/layout-problems.ts';
import { type PhoneState, phoneStates, statesInArabic, statesOfCalls } from './support/phone-states.ts';
import { settleState, showScene, startPreview } from './support/preview.ts';

// Every failure names its state and its element: a trace would only cost its time.
test.use({ trace: 'off' });

const axePath = createRequire(import.meta.url).resolve('axe-core/axe.min.js');

/** A colour in the middle of a transition is nobody's colour. */
const settle = (page: Page) => page.waitForFunction(() => document.getAnimations().length === 0);

/** Every rule of WCAG 2.2 up to level AA that a machine can check. */
const everyRule: axe.RunOnly = {
  type: 'tag',
  values: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'],
};

/** Those of them that look at colours. All else is the same in another theme. */
const rulesOfColour: axe.RunOnly = { type: 'rule', values: ['color-contrast', 'link-in-text-block'] };

/** In which each state is looked at: on a desk in both themes, and in the smallest window. */
const looks = [
  { width: 1280, colorScheme: 'light', runOnly: everyRule },
  { width: 1280, colorScheme: 'dark', runOnly: rulesOfColour },
  { width: 360, colorScheme: 'dark', runOnly: everyRule },
] as const;

/** What breaks a rule or does not fit, in all of its looks. */
async function findViolations(page: Page): Promise<readonly string[]> {
  const found: string[] = [];
  for (const { width, colorScheme, runOnly } of looks) {
    await page.setViewportSize({ width, height: 800 });
    for (const contrast of ['more', 'no-preference'] as const) {
      await page.emulateMedia({ colorScheme, contrast });
      await settle(page);
      const faint = await findFaintEdges(page);
      found.push(
        ...faint.map((edge) => `faint (${colorScheme}, ${width} px, contrast: ${contrast}): ${edge}`),
      );
    }
    const broken = await page.evaluate(async (rules) => {
      const page = globalThis as unknown as { readonly axe: typeof axe };
      const { violations } = await page.axe.run(document, { runOnly: rules, resultTypes: ['violations'] });
      return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html}`));
    }, runOnly);
    const misplaced = runOnly === everyRule ? await findLayoutProblems(page) : [];
    found.push(...[...broken, ...misplaced].map((one) => `${colorScheme}, ${width} px: ${one}`));
  }
  return found;
}

test('every state of the page can be used by everyone, in both themes, wide and narrow, and from right to left', async ({
  browsers,
}) => {
  test.slow();
  const preview = await startPreview();
  const context = await browsers.alice.newContext();
  const page = await context.newPage();
  const walk = async (language: string, states: readonly PhoneState[]) => {
    await page.goto(`${preview.url}?language=${language}`);
    await settleState(page);
    await page.addScriptTag({ path: axePath });
    for (const { scene, reach } of states) {
      await page.setViewportSize({ width: 1280, height: 800 });
      await showScene(page, scene);
      await reach?.(page);
      // What lies under it looks otherwise.
      await page.mouse.move(0, 0);
      const where = `${language}: ${scene}${reach === undefined ? '' : ' and on'}`;
      expect.soft(await findViolations(page), where).toEqual([]);
    }
  };
  const walkFit = async (language: string) => {
    await page.goto(`${preview.url}?language=${language}`);
    await settleState(page);
    for (const { scene } of statesOfCalls) {
      await showScene(page, scene);
      for (const width of [1280, 768, 360]) {
        await page.setViewportSize({ width, height: 800 });
        const where = `${language}: ${scene}, ${width} px`;
        expect.soft(await findLayoutProblems(page), where).toEqual([]);
      }
    }
  };
  await walk('en', phoneStates);
  await walk('ar', statesInArabic);
  for (const language of ['en', 'de', 'es', 'ar']) await walkFit(language);
  await context.close();
  await preview.close();
});
