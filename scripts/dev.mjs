import { requireNode } from './lib/node-version.mjs';

requireNode();
const [{ ensureInstalled }, { run }] = await Promise.all([
  import('./lib/install.mjs'),
  import('./lib/run.mjs'),
]);
await ensureInstalled({ tools: false });
process.exit(await run(process.execPath, ['--import', 'tsx', 'server/dev/main.ts']));
