import { fileURLToPath } from 'node:url';
import { chromium, type CDPSession, type Page } from '@playwright/test';
import { createServer } from 'vite';
import type { RecordedFile, RecordingBenchPage } from './page/main.ts';
import type { recorders } from './page/recorders.ts';
import type { SimulatedFile } from './page/simulated-sidetone.ts';
import type { SoakFigures } from './page/soak.ts';
import { missedAims } from './aims.ts';
import { watchHeaps, type Heaps } from './heaps.ts';
import { watchWorkerTime, type WorkerTime } from './renderer-threads.ts';

type Alone = <Result>(run: () => Promise<Result>) => Promise<Result>;

/** Runs one after the other what is asked for at the same time. */
function createTurns(): Alone {
  let last: Promise<unknown> = Promise.resolve();
  return (run) => {
    const mine = last.then(run);
    last = mine;
    return mine;
  };
}

/** One recorder over some minutes. */
export interface RecorderFigures extends RecordedFile {
  /** Main thread, per recorded second, in milliseconds of processor time. */
  readonly mainThreadMsPerSecond: number;
  /** Dedicated workers, per recorded second; null where the system does not tell. */
  readonly workerMsPerSecond: number | null;
  /** Objects and array buffers of the page, its workers and its worklets when it is still recording, over what there was before, in megabytes. */
  readonly heapGrowthMb: number;
}

/** Figures by recorder and length, and a sentence for each aim that ours has missed. */
export interface MeasuredRecording {
  readonly figures: Readonly<Record<string, RecorderFigures | SimulatedFile | null>>;
  readonly missed: readonly string[];
}

/**
 * Records two tones for so long with each recorder, all at the same time, and a simulated hour where one can be. What the
 * computer does meanwhile, it does to all; only one at a time begins or makes its file.
 */
export async function measureRecording(lengthsMinutes: readonly number[]): Promise<MeasuredRecording> {
  return withPage(async (url) => {
    const figures: Record<string, RecorderFigures | SimulatedFile | null> = {};
    const missed: string[] = [];
    const keep = <Figure extends RecorderFigures | SimulatedFile | null>(
      name: string,
      figure: Figure,
    ): Figure => {
      figures[name] = figure;
      console.log(name, figure);
      return figure;
    };
    for (const minutes of lengthsMinutes) {
      const alone = createTurns();
      const measure = async (kind: keyof typeof recorders) =>
        keep(`${kind}, ${minutes} min`, await inPage(url, (bench) => record(bench, kind, minutes, alone)));
      const [idle, ours, recordRtc] = await Promise.all([
        measure('none'),
        measure('sidetone'),
        measure('RecordRTC StereoAudioRecorder'),
        measure('MediaRecorder'),
      ]);
      missed.push(...missedAims({ minutes, idle, ours, recordRtc }));
    }
    for (const kind of ['sidetone', 'RecordRTC StereoAudioRecorder'] as const) {
      const simulate = ({ page }: BenchBrowser) =>
        page.evaluate((name) => {
          const { recordingBench } = globalThis as unknown as { readonly recordingBench: RecordingBenchPage };
          return recordingBench.simulate(name, 60);
        }, kind);
      keep(`${kind}, a simulated hour`, await inPage(url, simulate));
    }
    return { figures, missed };
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
  readonly heaps: Heaps;
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
    const heaps = await watchHeaps(cdp);
    const workers = watchWorkerTime(await browser.newBrowserCDPSession());
    return await run({ page, cdp, workers, heaps });
  } finally {
    await browser.close();
  }
}

async function record(
  { page, cdp, workers, heaps }: BenchBrowser,
  kind: keyof typeof recorders,
  minutes: number,
  alone: Alone,
): Promise<RecorderFigures> {
  await cdp.send('Performance.setTimeDomain', { timeDomain: 'threadTicks' });
  await cdp.send('Performance.enable');
  const readUse = async () => ({ ...(await readTimes(cdp, workers)), heapBytes: await heaps.readBytes() });
  const before = await alone(async () => {
    // Two of them: the first makes the page ready, so that only recording is counted.
    await page.evaluate(async (name) => {
      const { recordingBench } = globalThis as unknown as { readonly recordingBench: RecordingBenchPage };
      await recordingBench.begin(name);
      await new Promise((resolve) => setTimeout(resolve, 1000));
      await recordingBench.finish();
      await recordingBench.begin(name);
    }, kind);
    return readUse();
  });
  await page.waitForTimeout(minutes * 60_000);
  return alone(async () => {
    const after = await readUse();
    const file = await page.evaluate(() => {
      const { recordingBench } = globalThis as unknown as { readonly recordingBench: RecordingBenchPage };
      return recordingBench.finish();
    });
    const seconds = (after.atMs - before.atMs) / 1000;
    return {
      ...file,
      mainThreadMsPerSecond: (after.mainThreadMs - before.mainThreadMs) / seconds,
      workerMsPerSecond:
        after.workerMs === null || before.workerMs === null
          ? null
          : (after.workerMs - before.workerMs) / seconds,
      heapGrowthMb: (after.heapBytes - before.heapBytes) / 1e6,
    };
  });
}

async function readTimes(cdp: CDPSession, workers: WorkerTime) {
  const { metrics } = await cdp.send('Performance.getMetrics');
  const taskSeconds = metrics.find(({ name }) => name === 'TaskDuration')?.value ?? Number.NaN;
  return { atMs: performance.now(), mainThreadMs: taskSeconds * 1000, workerMs: await workers.read() };
}
