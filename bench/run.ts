import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { toleratedMs } from '#core/recording/file-time.ts';

/** The best of three open phones, measured beside ours on two quiet cores. */
const toastLimitsMs = { median: 29, p95: 35 } as const;

/** The benches by the names they are asked for; each comes with the key of its results. */
const benches = {
  'first-call': {
    key: 'firstCall',
    run: async () => {
      const { measureFirstCall, toastStep } = await import('./first-call.ts');
      const figures = await measureFirstCall(20);
      console.table(figures);
      const { [toastStep]: toast } = figures;
      const { [toastStep]: toastWithHistory } = await measureFirstCall(20, 10_000);
      const all = { ...figures, [`${toastStep}, 10,000 calls in the history`]: toastWithHistory };
      console.table({ [`${toastStep}, 10,000 calls in the history`]: toastWithHistory });
      for (const { median = 0, p95 = 0 } of [toast, toastWithHistory].filter((each) => each !== undefined)) {
        if (median <= toastLimitsMs.median && p95 <= toastLimitsMs.p95) continue;
        console.error(
          `A toast took ${median} ms (p95 ${p95}): it may take ${toastLimitsMs.median} (${toastLimitsMs.p95}).`,
        );
        process.exitCode = 1;
      }
      return { unit: 'ms', ...all };
    },
  },
  recording: {
    key: 'recording',
    run: async () => {
      const { measureRecording } = await import('./recording/measure-recording.ts');
      const minutes = (process.env['BENCH_MINUTES'] ?? '1').split(',').map(Number);
      const figures = await measureRecording(minutes);
      console.table(figures);
      return figures;
    },
  },
  soak: {
    key: 'soak',
    run: async () => {
      const { soakRecorder } = await import('./recording/measure-recording.ts');
      const figures = await soakRecorder(Number(process.env['BENCH_MINUTES'] ?? '2'));
      console.table(figures);
      const { wallMs, shortestMs, gaps, losses } = figures;
      if (gaps > 0 || losses > 0 || shortestMs < wallMs - toleratedMs) {
        console.error('A recording has lost something.');
        process.exitCode = 1;
      }
      return figures;
    },
  },
  'client-core': {
    key: 'clientCore',
    run: async () => {
      const { measureClientCore } = await import('./client-core.ts');
      return measureClientCore();
    },
  },
} as const;

type BenchName = keyof typeof benches;
const isBench = (name: string): name is BenchName => Object.hasOwn(benches, name);

const asked = process.argv.slice(2);
const unknown = asked.filter((name) => !isBench(name));
if (unknown.length > 0) {
  console.error(`No bench is named ${unknown.join(', ')}. There are: ${Object.keys(benches).join(', ')}`);
  process.exit(1);
}
const names = (asked.length === 0 ? Object.keys(benches) : asked).filter(isBench);

const machine = { cores: cpus().length, model: cpus()[0]?.model, node: process.version };
const latest = new URL('results/latest.json', import.meta.url);

/** The results so far; those of benches that do not run now stay. */
async function readLatest(): Promise<Record<string, unknown>> {
  try {
    return JSON.parse(await readFile(latest, 'utf8')) as Record<string, unknown>;
  } catch {
    return {};
  }
}

/** More digits than the clock has would be no measurement. */
const threeDecimals = (_key: string, value: unknown): unknown =>
  typeof value === 'number' ? Math.round(value * 1000) / 1000 : value;

await mkdir(new URL('.', latest), { recursive: true });
for (const name of names) {
  const { key, run } = benches[name];
  const result = await run();
  const results = { ...(await readLatest()), machine, [key]: result };
  await writeFile(latest, `${JSON.stringify(results, threeDecimals, 2)}\n`);
}
