import { requireNode } from './lib/node-version.mjs';

requireNode();
const [{ ensureInstalled }, { ensureBuilt }] = await Promise.all([
  import('./lib/install.mjs'),
  import('./lib/build.mjs'),
]);
await ensureInstalled({ tools: false });
await ensureBuilt();
console.log('The phone is in dist/phone.');
