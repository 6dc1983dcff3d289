import { requireNode } from './lib/node-version.mjs';

requireNode();
const [{ ensureInstalled }, { runTypescript }] = await Promise.all([
  import('./lib/install.mjs'),
  import('./lib/run-typescript.mjs'),
]);
await ensureInstalled({ tools: false });
await runTypescript('server/dev/main.ts');
