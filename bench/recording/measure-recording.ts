import { fileURLToPath } from 'node:url';
import { chromium, type CDPSession, type Page } from '@playwright/test';
import { createServer } from 'vite';
import type { RecordedFile, RecordingBenchPage } from './page/main.ts';
import type { SoakFigures } from './page/soak.ts';
import { watchWorkerTime, type WorkerTime } from './renderer-threads.ts';

const kinds = ['none', 'sidetone', 'MediaRecorder', 'RecordRTC StereoAudioRecorder'] as const;

/** One recorder over some minutes. */
export interface RecorderFigures extends RecordedFile {
  /** Main thread, per recorded second, in milliseconds of processor time. */
  readonly mainThreadMsPerSecond: number;
  /** Dedicated workers, per recorded second; null where the system does not tell. */
  readonly workerMsPerSecond: number | null;
  /** JavaScript objects and array buffers when it is still recording, over what there was before, in megabytes. */
  readonly heapGrowthMb: number;
}

/** Records two tones for so long with each recorder, one after the other in the same page's code, and a simulated hour with ours. */
export async function measureRecording(
  lengthsMinutes: readonly number[],
): Promise<Readonly<Record<string, unknown>>> {
  return withPage(async (url) => {
    const results: Record<string, unknown> = {};
    for (const minutes of lengthsMinutes) {
      for (const kind of kinds) {
        results[`${kind}, ${minutes} min`] = await inPage(url, (bench) => record(bench, kind, minutes));
      }
    }
    results['sidetone, a simulated hour'] = await inPage(url, ({ page }) =>
      page.evaluate(() => {
        const { recordingBench } = globalThis as unknown as { readonly recordingBench: RecordingBenchPage };
        return recordingBench.simulateHour();
      }),
    );
    return results;
  });
}

/** Records 20 calls at once. */
export const soakRecorder = (minutes: number): Promise<SoakFigures> =>
  withPage((url) =>
    inPage(url, ({ page }) =>
      page.evaluate((seconds) => {
        const { recordingBench } = globalThis as unknown as { readonly recordingBench: RecordingBenchPage };
        return recordingBench.soak(20, seconds);
      }, minutes * 60),
    ),
  );

/** Serves the page while `run` uses it. */
async function withPage<Result>(run: (url: string) => Promise<Result>): Promise<Result> {
  const pages = await createServer({
    root: fileURLToPath(new URL('page', import.meta.url)),
    configFile: false,
    logLevel: 'warn',
    server: {
      port: 0,
      host: '127.0.0.1',
      hmr: false,
      watch: null,
      fs: { allow: [fileURLToPath(new URL('../..', import.meta.url))] },
    },
    optimizeDeps: { include: ['recordrtc'] },
    worker: { format: 'es' },
  });
  await pages.listen();
  const [url] = pages.resolvedUrls?.local ?? [];
  if (url === undefined) throw new Error('the page is served nowhere');
  try {
    return await run(url);
  } finally {
    await pages.close();
  }
}

interface BenchBrowser {
  readonly page: Page;
  readonly cdp: CDPSession;
  readonly workers: WorkerTime;
}

/** A browser of its own for each, so that nobody pays for what another has left behind. */
async function inPage<Result>(url: string, run: (bench: BenchBrowser) => Promise<Result>): Promise<Result> {
  const browser = await chromium.launch({
    executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
    args: ['--no-sandbox', '--autoplay-policy=no-user-gesture-required'],
  });
  try {
    const page = await browser.newPage();
    await page.goto(url);
    await page.waitForFunction(() => 'recordingBench' in globalThis);
    const cdp = await page.context().newCDPSession(page);
    const workers = watchWorkerTime(await browser.newBrowserCDPSession());
    return await run({ page, cdp, workers });
  } finally {
    await browser.close();
  }
}

async function record(
  { page, cdp, workers }: BenchBrowser,
  kind: (typeof kinds)[number],
  minutes: number,
): Promise<RecorderFigures> {
  await cdp.send('Performance.setTimeDomain', { timeDomain: 'threadTicks' });
  await cdp.send('Performance.enable');
  // Two of them: the first makes the page ready, so that only recording is counted.
  await page.evaluate(async (name) => {
    const { recordingBench } = globalThis as unknown as { readonly recordingBench: RecordingBenchPage };
    await recordingBench.begin(name);
    await new Promise((resolve) => setTimeout(resolve, 1000));
    await recordingBench.finish();
    await recordingBench.begin(name);
  }, kind);
  const heapBefore = await readHeapBytes(cdp);
  const before = await readTimes(cdp, workers);
  await page.waitForTimeout(minutes * 60_000);
  const after = await readTimes(cdp, workers);
  const heapAfter = await readHeapBytes(cdp);
  const file = await page.evaluate(() => {
    const { recordingBench } = globalThis as unknown as { readonly recordingBench: RecordingBenchPage };
    return recordingBench.finish();
  });
  const seconds = minutes * 60;
  return {
    ...file,
    mainThreadMsPerSecond: (after.mainThreadMs - before.mainThreadMs) / seconds,
    workerMsPerSecond:
      after.workerMs === null || before.workerMs === null
        ? null
        : (after.workerMs - before.workerMs) / seconds,
    heapGrowthMb: (heapAfter - heapBefore) / 1e6,
  };
}

async function readTimes(cdp: CDPSession, workers: WorkerTime) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const taskSeconds = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  return { mainThreadMs: taskSeconds * 1000, workerMs: await workers.read() };
}

/** What is left after a garbage collection. */
async function readHeapBytes(cdp: CDPSession): Promise<number> {
  await cdp.send('HeapProfiler.collectGarbage');
  const heap = await cdp.send('Runtime.getHeapUsage');
  return heap.usedSize + (heap.backingStorageSize ?? 0);
}
