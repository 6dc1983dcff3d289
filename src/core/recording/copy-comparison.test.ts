import { beforeEach, describe, expect, it, vi } from 'vitest';
import { asRecordingId } from '#core/shared/ids.ts';
import { createRecordingBench } from '#testing/recording-bench.ts';
import { buildRecordingMeta } from '#testing/recording-builders.ts';
import type { KeepLocal } from './keep-local.ts';

const recordingId = asRecordingId('recording-1');
const hourMs = 60 * 60 * 1000;
const dayMs = 24 * hourMs;

type Page = ReturnType<typeof createRecordingBench>;

/** A page whose store has the one recording of its device, which nobody has compared. */
async function storeUncompared(keepLocal: KeepLocal): Promise<Page> {
  const page = createRecordingBench({ keepLocal });
  page.recorder.addLocal(buildRecordingMeta({ recordingId }), 1000);
  await page.service.resumeLocal();
  await page.untilPhase('sending');
  page.backend.accept(false);
  await page.untilPhase('stored');
  await vi.waitFor(async () => expect((await page.recorder.listLocal())[0]?.receipt).not.toBeNull());
  return page;
}

const tried = ({ backend }: Page, times: number) =>
  vi.waitFor(() => expect(backend.comparisons).toHaveLength(times));
const waits = (page: Page) =>
  vi.waitFor(() =>
    expect(page.onlyItem()).toMatchObject({
      progress: { phase: 'stored' },
      localCopy: { endsAtMs: null, isUncompared: true },
    }),
  );
describe.each(['until-stored', { days: 2 }] as const)('a copy that is kept by %o', (keepLocal) => {
  let page: Page;
  beforeEach(async () => {
    page = await storeUncompared(keepLocal);
  });

  it('stays until it was compared, or the person deletes it', async () => {
    await waits(page);
    page.clock.advance(3 * dayMs);
    await tried(page, 1);
    page.backend.fail('upload/refused');
    await page.service.resumeLocal();
    expect(await page.recorder.listLocal()).toHaveLength(1);
    await waits(page);
    expect(page.backend.attempts).toHaveLength(1);
    await page.service.deleteLocal(recordingId);
    await page.untilCopyGone();
  });

  it('is compared again after a minute, and then goes as it would have', async () => {
    const storedAtMs = page.clock.nowMs();
    page.clock.advance(60_000);
    await tried(page, 1);
    page.backend.accept();
    const staysMs = keepLocal === 'until-stored' ? 0 : keepLocal.days * dayMs;
    const copy = staysMs === 0 ? null : { endsAtMs: storedAtMs + staysMs };
    await vi.waitFor(() => expect(page.onlyItem()?.localCopy).toEqual(copy));
    page.clock.advance(staysMs);
    await page.untilCopyGone();
    expect(page.backend.attempts).toHaveLength(1);
  });

  it('is compared again at the start of a page, and when the person wants it', async () => {
    const after = createRecordingBench({ keepLocal }, page.device);
    await after.service.resumeLocal();
    await tried(after, 1);
    after.backend.fail('upload/refused');
    await waits(after);
    await vi.waitFor(() => {
      after.service.retry(recordingId);
      expect(after.backend.comparisons).toHaveLength(2);
    });
    after.backend.accept();
    after.clock.advance(2 * dayMs);
    await vi.waitFor(async () => {
      await after.service.resumeLocal();
      expect(await after.recorder.listLocal()).toEqual([]);
    });
    expect(after.backend.attempts).toHaveLength(1);
  });
});

describe('a comparison that fails', () => {
  it('is tried again with the back-off of an upload, and counts as none', async () => {
    const page = await storeUncompared('until-stored');
    page.clock.advance(59_999);
    expect(page.backend.comparisons).toEqual([]);
    page.clock.advance(1);
    await tried(page, 1);
    const failedAtMs = page.clock.nowMs();
    page.backend.fail('upload/not-accepted');
    await vi.waitFor(() => {
      page.clock.advance(10_000);
      expect(page.backend.comparisons).toHaveLength(2);
    });
    expect(page.clock.nowMs() - failedAtMs).toBeGreaterThanOrEqual(120_000);
    expect(page.service.store.getState().uploads).toBeNull();
    page.backend.accept();
    await page.untilCopyGone();
    expect(page.backend.attempts).toHaveLength(1);
  });

  it('is told with its reason, also beside the list of the store, and told anew when the person tries again', async () => {
    const page = await storeUncompared('until-stored');
    const told = () => page.onlyItem()?.comparison;
    await vi.waitFor(() => expect(told()).toMatchObject({ error: { code: 'upload/not-accepted' } }));
    page.service.retry(recordingId);
    await vi.waitFor(() => expect(told()).toMatchObject({ phase: 'sending' }));
    page.backend.fail('upload/refused');
    await vi.waitFor(() => expect(told()).toMatchObject({ error: { code: 'upload/refused' } }));
    await page.service.refresh();
    expect(told()).toMatchObject({ phase: 'waiting', error: { code: 'upload/refused' } });
  });

  it('is waited for once, however often the page looks at its copies meanwhile', async () => {
    const page = await storeUncompared('until-stored');
    await tried(page, 0);
    for (let look = 0; look < 3; look += 1) await page.service.resumeLocal();
    const deletions = vi.spyOn(page.recorder, 'deleteLocal');
    page.clock.advance(60_000);
    await tried(page, 1);
    page.backend.accept();
    await page.untilCopyGone();
    expect(deletions).toHaveBeenCalledTimes(1);
  });
});

it('is not compared again where the copy stays anyway', async () => {
  const page = await storeUncompared('always');
  page.clock.advance(dayMs);
  await page.service.resumeLocal();
  expect(page.backend.comparisons).toEqual([]);
  expect(page.onlyItem()?.localCopy).toEqual({ endsAtMs: null });
});
