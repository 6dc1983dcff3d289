import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { toleratedMs } from '#core/recording/file-time.ts';

/** As much as a toast may take of what the best of three open phones takes: 29 ms at the median and 35 of its 37 at the 95th percentile. */
const toastShare = { median: 29 / 29, p95: 35 / 37 } as const;

/** The benches by the names they are asked for; each comes with the key of its results. */
const benches = {
  'first-call': {
    key: 'firstCall',
    run: async () => {
      const { measureFirstCall } = await import('./first-call.ts');
      const figures = await measureFirstCall(20);
      console.table(figures);
      return { unit: 'ms', ...figures };
    },
  },
  toast: {
    key: 'toast',
    run: async () => {
      const { measureToast } = await import('./toast.ts');
      const figures = await measureToast(20);
      console.table(figures);
      const { 'react-softphone 1.7.0': peer, ...ours } = figures;
      for (const [name, { median, p95 }] of Object.entries(ours)) {
        const share = { median: median / peer.median, p95: p95 / peer.p95 };
        console.log(`${name}: ${share.median.toFixed(2)} of the peer (p95 ${share.p95.toFixed(2)})`);
        if (share.median <= toastShare.median && share.p95 <= toastShare.p95) continue;
        console.error(
          `A toast takes too long: it may take ${toastShare.median} of the peer (p95 ${toastShare.p95.toFixed(2)}).`,
        );
        process.exitCode = 1;
      }
      return { unit: 'ms', ...figures };
    },
  },
  recording: {
    key: 'recording',
    run: async () => {
      const { measureRecording } = await import('./recording/measure-recording.ts');
      const minutes = (process.env['BENCH_MINUTES'] ?? '1').split(',').map(Number);
      const { figures, missed } = await measureRecording(minutes);
      console.table(figures);
      for (const sentence of missed) {
        console.error(sentence);
        process.exitCode = 1;
      }
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
