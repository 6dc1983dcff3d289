import react from '@vitejs/plugin-react';
import { playwright } from '@vitest/browser-playwright';
import { configDefaults, defineConfig } from 'vitest/config';

const inBrowser = '**/*.browser.test.ts';
const onS3 = 'server/**/*.s3.test.ts';

/** The files share a process: one for each costs as much again as the tests do. What a test changes is put back. */
const together = { isolate: false, restoreMocks: true, unstubGlobals: true };

export default defineConfig({
  test: {
    coverage: {
      provider: 'v8',
      include: ['src/**/*.{ts,tsx}', 'server/**/*.ts'],
      exclude: ['**/*.test.*', 'src/testing/**', 'server/testing/**'],
    },
    projects: [
      {
        test: {
          name: 'node',
          testTimeout: 30_000,
          environment: 'node',
          ...together,
          include: [
            'src/core/**/*.test.ts',
            'src/testing/**/*.test.ts',
            'server/**/*.test.ts',
            'scripts/**/*.test.ts',
          ],
          exclude: [...configDefaults.exclude, inBrowser, onS3],
        },
      },
      {
        // Needs Debian's OpenStack Swift, see server/testing/swift-s3.ts.
        test: { name: 's3', environment: 'node', include: [onS3], testTimeout: 30_000 },
      },
      {
        plugins: [react()],
        test: {
          name: 'page',
          testTimeout: 40_000,
          environment: 'happy-dom',
          ...together,
          include: ['src/{platform,workers,ui,app}/**/*.test.{ts,tsx}'],
          exclude: [...configDefaults.exclude, inBrowser],
          setupFiles: ['src/testing/page-setup.ts'],
        },
      },
      {
        // Vite reloads the page, and so the tests, when it comes upon a dependency that it has not bundled yet.
        optimizeDeps: {
          include: [
            '@noble/hashes/sha2.js',
            'fast-check',
            'idb',
            'jssip',
            'jssip/lib/Dialog.js',
            'jssip/lib/RequestSender.js',
            'react',
            'react-dom/client',
            'react/jsx-dev-runtime',
            'zustand',
            'lucide-react',
            'valibot',
            'tus-js-client',
            'zustand/vanilla',
          ],
        },
        test: {
          name: 'browser',
          include: [`src/${inBrowser}`],
          globalSetup: ['src/testing/tus-store-setup.ts', 'src/testing/exchange-setup.ts'],
          // The files share one origin's storage, one tus server and the machine's audio clock.
          fileParallelism: false,
          browser: {
            enabled: true,
            headless: true,
            screenshotFailures: false,
            provider: playwright({
              launchOptions: {
                executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
                args: [
                  '--no-sandbox',
                  '--use-fake-device-for-media-stream',
                  '--use-fake-ui-for-media-stream',
                  '--autoplay-policy=no-user-gesture-required',
                ],
              },
            }),
            instances: [{ browser: 'chromium' }],
          },
        },
      },
    ],
  },
});
