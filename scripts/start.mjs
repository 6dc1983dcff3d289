import { requireNode } from './lib/node-version.mjs';

requireNode();
const [{ ensureInstalled }, { ensureBuilt }, { runTypescript }] = await Promise.all([
  import('./lib/install.mjs'),
  import('./lib/build.mjs'),
  import('./lib/run-typescript.mjs'),
]);
await ensureInstalled({ tools: false });
await ensureBuilt();
await runTypescript('server/main.ts');
