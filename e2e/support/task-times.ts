import { expect, type Page } from '@playwright/test';

interface TraceEvent {
  readonly name: string;
  readonly ph: string;
  readonly pid: number;
  readonly tid: number;
  /** How long its thread worked on it, in µs. */
  readonly tdur?: number;
}

const mark = 'task-times';

/**
 * How long each task of a page's main thread worked while `run` ran, in ms, the longest first. Its own work, not what the
 * machine did to others meanwhile: a task that waits for a busy core is not long (as the Long Tasks API would have it).
 */
export async function taskTimesMs(page: Page, run: () => Promise<void>): Promise<readonly number[]> {
  const browser = page.context().browser();
  if (browser === null) throw new Error('the page has no browser');
  await browser.startTracing(page, { categories: ['toplevel', 'blink.user_timing'] });
  await page.evaluate((name) => void performance.mark(name), mark);
  await run();
  const trace = JSON.parse((await browser.stopTracing()).toString()) as {
    readonly traceEvents: readonly TraceEvent[];
  };
  const marked = trace.traceEvents.find(({ name }) => name === mark);
  const tasks = trace.traceEvents.filter(
    ({ name, ph, pid, tid }) =>
      name.endsWith('RunTask') && ph === 'X' && pid === marked?.pid && tid === marked.tid,
  );
  expect(tasks.length, 'tasks that were measured').toBeGreaterThan(50);
  return tasks.map(({ tdur = Infinity }) => tdur / 1000).sort((a, b) => b - a);
}
