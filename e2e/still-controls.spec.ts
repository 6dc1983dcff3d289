import type { Locator, Page } from '@playwright/test';
import { expect, test } from './fixtures.ts';
import { showScene, settleState, startPreview, type Preview } from './support/preview.ts';

// What is asserted is where things stand: a trace would only cost its time.
test.use({ trace: 'off' });

let preview: Preview;
test.beforeAll(async () => {
  preview = await startPreview();
});
test.afterAll(() => preview.close());

const button = (page: Page, name: string): Locator =>
  page.getByRole('region', { name: /^Call with / }).getByRole('button', { name, exact: true });

async function open(page: Page, scene: string): Promise<void> {
  await page.goto(`${preview.url}?language=en`);
  await settleState(page);
  await showScene(page, scene);
}

/** The other side answers, and the recording begins. */
const answer = (page: Page): Promise<void> =>
  page.evaluate(() => {
    const { phone } = globalThis as unknown as {
      readonly phone: {
        readonly book: {
          readonly store: { getState: () => { readonly liveCalls: ReadonlyMap<string, unknown> } };
          readonly change: (callId: string, changes: object) => void;
        };
        readonly setRecording: (callId: string, recording: object) => void;
      };
    };
    const [callId = ''] = phone.book.store.getState().liveCalls.keys();
    phone.book.change(callId, { state: 'Connected', connectedAt: Date.now() });
    const recording = { phase: 'on', sinceMs: Date.now(), paused: false, silent: [false, false] };
    phone.setRecording(callId, recording);
  });

test('no control moves when the call is answered, or when one opens something', async ({ browsers }) => {
  const context = await browsers.alice.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await open(page, 'ringing');
  const hangUp = button(page, 'Hang up');
  const place = await hangUp.boundingBox();
  await answer(page);
  await expect(button(page, 'Pause recording')).toBeVisible();
  expect(await hangUp.boundingBox()).toEqual(place);
  for (const panel of ['Keypad', 'Transfer']) {
    await button(page, panel).click();
    await expect(button(page, panel)).toHaveAttribute('aria-expanded', 'true');
    expect(await hangUp.boundingBox()).toEqual(place);
    await expect(page.getByText('You', { exact: true })).toBeInViewport();
    await expect(page.locator('section canvas').first()).toBeInViewport();
  }

  await showScene(page, 'consultation');
  const keypad = button(page, 'Keypad');
  const placeOfKeypad = await keypad.boundingBox();
  await keypad.click();
  await expect(keypad).toHaveAttribute('aria-expanded', 'true');
  expect(await keypad.boundingBox()).toEqual(placeOfKeypad);
  await context.close();
});

test('on a small telephone all of the keypad is in sight, and who, how long, and that it is recorded', async ({
  browsers,
}) => {
  const context = await browsers.alice.newContext({ viewport: { width: 360, height: 640 } });
  const page = await context.newPage();
  await open(page, 'in-call');
  const hidden = () => page.locator('main').evaluate((main) => main.scrollHeight - main.clientHeight);
  expect(await hidden()).toBe(0);
  await button(page, 'Keypad').click();
  await expect(button(page, '#')).toBeVisible();
  expect(await hidden()).toBe(0);
  for (const seen of ['Bob Okonkwo', 'Recording', 'You']) {
    await expect(page.getByText(seen, { exact: true }).first()).toBeInViewport({ ratio: 1 });
  }
  await expect(page.getByRole('timer').first()).toBeInViewport();
  await context.close();
});

test('a call in one line says in a word that it is recorded, and its buttons stand at the end', async ({
  browsers,
}) => {
  const context = await browsers.alice.newContext({ viewport: { width: 1440, height: 900 } });
  const page = await context.newPage();
  await open(page, 'two-calls');
  const line = page.getByRole('region', { name: 'Call with Bob Okonkwo' });
  for (const width of [1440, 820, 360]) {
    await page.setViewportSize({ width, height: 800 });
    await expect(line.getByText('Recording', { exact: true })).toHaveCSS('clip-path', 'none');
  }
  await page.setViewportSize({ width: 1440, height: 900 });
  await showScene(page, 'strip');
  const gap = await line.evaluate((strip) => {
    const last = [...strip.querySelectorAll('button')].at(-1);
    return strip.getBoundingClientRect().right - (last?.getBoundingClientRect().right ?? 0);
  });
  expect(gap).toBeLessThan(24);
  await context.close();
});
