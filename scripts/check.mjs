import { requireNode } from './lib/node-version.mjs';

requireNode();
const [{ ensureInstalled }, { ensureBuilt }, { run }, { allPassed, printStages, runStages }] =
  await Promise.all([
    import('./lib/install.mjs'),
    import('./lib/build.mjs'),
    import('./lib/run.mjs'),
    import('./lib/stages.mjs'),
  ]);
await ensureInstalled({ tools: true });

/**
 * A script of package.json, where its command is written down once.
 * @param {string} name
 * @param {readonly string[]} [args]
 */
const script = (name, args = []) => run('npm', ['run', '--silent', name, '--', ...args]);

const results = await runStages([
  { name: 'format', run: () => script('format', ['--check']) },
  { name: 'lint', run: () => script('lint') },
  { name: 'types', run: () => script('types') },
  { name: 'boundaries', run: () => script('boundaries') },
  { name: 'dead code', run: () => script('deadcode') },
  { name: 'size', run: () => ensureBuilt().then(() => script('size')) },
]);
printStages(results);
process.exit(allPassed(results) ? 0 : 1);
