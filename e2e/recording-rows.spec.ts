import type { Page } from '@playwright/test';
import type { RecordingItem, RecordingProgress } from '../src/core/recording/recording-item.ts';
import { expect, test } from './fixtures.ts';
import { settleState, startPreview } from './support/preview.ts';

interface Listed {
  readonly items: readonly RecordingItem[];
}
interface PreviewPage {
  readonly phone: { readonly recordings: { setState(change: (before: Listed) => Listed): void } };
}

/** How the first recording of the list goes on. */
const go = (page: Page, progress: RecordingProgress) =>
  page.evaluate((next) => {
    const { recordings } = (globalThis as unknown as PreviewPage).phone;
    recordings.setState((before) => {
      const [first, ...others] = before.items;
      if (first === undefined) throw new Error('no recording');
      return {
        ...before,
        items: [{ ...first, progress: next, durationMs: 60_000, bytes: 4_000_000 }, ...others],
      };
    });
  }, progress);

test('a recording stays where it is from its first second until it is stored, and takes little room', async ({
  browsers,
}) => {
  const preview = await startPreview();
  const context = await browsers.alice.newContext();
  const page = await context.newPage();
  for (const width of [1280, 820, 390, 360]) {
    await page.setViewportSize({ width, height: 900 });
    await page.goto('about:blank');
    await page.goto(`${preview.url}?scene=recordings`);
    await settleState(page);
    const second = page.getByRole('listitem').nth(1);
    const first = page.getByRole('listitem').first();
    await expect(first).toContainText('Recording');
    const before = await second.boundingBox();
    for (const [progress, said] of [
      [{ phase: 'queued' }, 'Waiting'],
      [{ phase: 'sending', sentBytes: 1, totalBytes: 2 }, 'Sending 50%'],
      [{ phase: 'stored', url: '/recordings/r0' }, 'Stored'],
    ] as const) {
      await go(page, progress);
      await expect(first).toContainText(said);
      expect(await second.boundingBox(), `${said}, ${width} px`).toEqual(before);
    }
    const [state, actions] = await Promise.all([
      first.getByText('Stored').boundingBox(),
      first.getByRole('button', { name: 'Play' }).boundingBox(),
    ]);
    expect(state?.y, `${width} px`).toBeLessThan((actions?.y ?? 0) + (actions?.height ?? 0));
    expect((await first.boundingBox())?.height, `${width} px`).toBeLessThan(120);
  }
  await context.close();
  await preview.close();
});
