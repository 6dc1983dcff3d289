import { requireNode } from './lib/node-version.mjs';

requireNode();
const [{ ensureInstalled }, { ensureBuilt }, { run }] = await Promise.all([
  import('./lib/install.mjs'),
  import('./lib/build.mjs'),
  import('./lib/run.mjs'),
]);
await ensureInstalled({ tools: false });
await ensureBuilt();
process.exit(await run(process.execPath, ['--import', 'tsx', 'server/main.ts']));
