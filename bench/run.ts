import { writeFile } from 'node:fs/promises';
import { cpus } from 'node:os';
import { measureFirstCall } from './first-call.ts';

const runs = Number(process.argv[2] ?? 20);
const firstCall = await measureFirstCall(runs);
console.table(firstCall);

const results = {
  machine: { cores: cpus().length, model: cpus()[0]?.model, node: process.version },
  unit: 'ms',
  firstCall,
};
await writeFile(new URL('results/latest.json', import.meta.url), `${JSON.stringify(results, null, 2)}\n`);
