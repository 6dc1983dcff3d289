import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { requireNode } from './lib/node-version.mjs';

requireNode();
const [
  { ensureInstalled },
  { ensureBuilt },
  { ensureChromium },
  { ensureSwift },
  { ensureKamailio },
  { ensureFirefox },
  { runNode },
  { allPassed, printStages, runStages },
  { readPlaywrightCounts, readVitestCounts },
] = await Promise.all([
  import('./lib/install.mjs'),
  import('./lib/build.mjs'),
  import('./lib/chromium.mjs'),
  import('./lib/swift.mjs'),
  import('./lib/kamailio.mjs'),
  import('./lib/firefox.mjs'),
  import('./lib/run.mjs'),
  import('./lib/stages.mjs'),
  import('./lib/test-counts.mjs'),
]);
await ensureInstalled({ tools: true });
await ensureBuilt();
const chromium = { CHROME_PATH: await ensureChromium() };
const hasSwift = await ensureSwift();
const endToEnd = [
  'embedded',
  ...((await ensureKamailio()) ? ['kamailio'] : []),
  ...((await ensureFirefox()) ? ['firefox'] : []),
];

const reports = mkdtempSync(join(tmpdir(), 'sidetone-test-'));
const vitestReport = join(reports, 'vitest.json');
const playwrightReport = join(reports, 'playwright.json');

const results = await runStages([
  { name: 'check', run: () => runNode('scripts/check.mjs') },
  {
    name: 'unit, component and browser tests',
    run: () =>
      runNode(
        'node_modules/vitest/vitest.mjs',
        [
          'run',
          ...(hasSwift ? [] : ['--project=!s3']),
          '--reporter=default',
          '--reporter=json',
          `--outputFile.json=${vitestReport}`,
        ],
        chromium,
      ),
  },
  {
    name: 'end to end',
    run: () =>
      runNode(
        'node_modules/@playwright/test/cli.js',
        ['test', ...endToEnd.map((name) => `--project=${name}`), '--reporter=list,json'],
        { ...chromium, PLAYWRIGHT_JSON_OUTPUT_FILE: playwrightReport },
      ),
  },
]);

const counts = [readVitestCounts(vitestReport), readPlaywrightCounts(playwrightReport)];
rmSync(reports, { recursive: true });
/** @param {'passed' | 'failed'} key */
const total = (key) => counts.reduce((sum, count) => sum + count[key], 0);

for (const failure of counts.flatMap(({ failures }) => failures)) console.log(`\nFAILED  ${failure}`);
printStages(results);
console.log(`\n${total('passed')} passed, ${total('failed')} failed`);
process.exit(allPassed(results) && total('failed') === 0 ? 0 : 1);
