import type { Browser, Page } from '@playwright/test';
import { keepCalls } from '../e2e/support/kept-calls.ts';
import { installProbe, type Marks } from './probe.ts';

/** A page with the probe in it, in a context of its own. What fits `incoming` is what it shows of an incoming call. */
export async function openProbedPage(browser: Browser, url: string, incoming: string): Promise<Page> {
  const context = await browser.newContext({ permissions: ['microphone'], serviceWorkers: 'block' });
  const page = await context.newPage();
  // tsx compiles functions so that they call this helper, which the page does not have.
  await page.addInitScript('globalThis.__name = (value) => value');
  await page.addInitScript(installProbe, incoming);
  await page.goto(url);
  return page;
}

/** A page with our phone in it, when its account is registered and it is at rest, as a phone is. With `keptCalls` in its history. */
export async function openRegisteredPage(browser: Browser, url: string, keptCalls = 0): Promise<Page> {
  const page = await openProbedPage(browser, url, '[role="alertdialog"]');
  const rest = async () => {
    await page.getByRole('status').filter({ hasText: 'Registered' }).first().waitFor();
    await page.waitForLoadState('networkidle');
  };
  await rest();
  if (keptCalls > 0) {
    await keepCalls(page, keptCalls);
    await page.goto(url);
    await rest();
  }
  return page;
}

/** So seldom that asking takes nothing from what is timed. */
const pollMs = 50;

/**
 * The probe's marks of a page; waits until all named ones are there. What this brings into the page is compiled when it is
 * called: before that which is timed.
 */
export async function readMarks(page: Page, ...names: readonly string[]): Promise<Marks> {
  const handle = await page.waitForFunction(
    (wanted) => {
      const { __marks: marks } = globalThis as unknown as { readonly __marks: Marks };
      return wanted.every((name) => marks[name] !== undefined) ? marks : null;
    },
    names,
    { polling: pollMs },
  );
  const marks = await handle.jsonValue();
  if (marks === null) throw new Error('the marks vanished');
  return marks;
}
