import { defineConfig } from '@playwright/test';
import type { ProjectOptions } from './e2e/fixtures.ts';

/** What calls do is the same whatever server carries them: these run over both (ADR 17). */
const callSpecs = [
  'call',
  'several-calls',
  'several-accounts',
  'transfer',
  'conference',
  'resilience',
  'call-rules',
  'early-media',
  'devices-in-call',
  'sound-devices',
  'microphone-lamp',
  'call-links',
  'bad-input',
];

export default defineConfig<object, ProjectOptions>({
  testDir: 'e2e',
  outputDir: 'test-results',
  // Two browsers with running media fill two cores: a second worker would only make both late.
  workers: 1,
  fullyParallel: false,
  retries: 0,
  forbidOnly: true,
  // How long things take is measured in bench/: this only ends what hangs.
  timeout: 180_000,
  expect: { timeout: 20_000 },
  reporter: process.env['CI'] === undefined ? 'list' : [['list']],
  // A film of each page would cost three times what the page itself does, and make late what is tested.
  use: { trace: { mode: 'retain-on-failure', screenshots: false }, screenshot: 'only-on-failure' },
  projects: [
    { name: 'embedded', testIgnore: ['interop/**', 'firefox.spec.ts'], use: { exchange: 'embedded' } },
    { name: 'firefox', testMatch: 'firefox.spec.ts', use: { exchange: 'embedded', aliceBrowser: 'firefox' } },
    {
      name: 'kamailio',
      testMatch: [...callSpecs.map((name) => `${name}.spec.ts`), 'interop/*.spec.ts'],
      use: { exchange: 'kamailio' },
    },
  ],
});
