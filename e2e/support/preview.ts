import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import react from '@vitejs/plugin-react';
import { build, preview } from 'vite';

/** The page on a fake phone (src/testing/preview), built and served: every state of it can be shown at once. */
export interface Preview {
  readonly url: string;
  readonly close: () => Promise<void>;
}

export async function startPreview(): Promise<Preview> {
  const root = fileURLToPath(new URL('../../src/testing/preview', import.meta.url));
  const outDir = await mkdtemp(join(tmpdir(), 'sidetone-preview-'));
  const shared = { configFile: false, root, logLevel: 'warn' } as const;
  await build({ ...shared, plugins: [react()], build: { outDir, emptyOutDir: true, target: 'es2023' } });
  const server = await preview({ ...shared, build: { outDir }, preview: { port: 0, host: '127.0.0.1' } });
  const [url] = server.resolvedUrls?.local ?? [];
  if (url === undefined) throw new Error('the preview has no address');
  return {
    url,
    async close() {
      await server.close();
      await rm(outDir, { recursive: true, force: true });
    },
  };
}

/** Waits until all of a state is there that is fetched when it is shown. */
export async function settleState(page: Page): Promise<void> {
  await page.locator('h1').first().waitFor();
  await page
    .locator('main')
    .filter({ hasNotText: /^(?:Loading…|جارٍ التحميل…)$/ })
    .first()
    .waitFor();
  await page.evaluate(() => document.fonts.ready);
}

/** Goes to a scene of src/testing/preview/scenes.ts without loading the page anew. */
export async function showScene(page: Page, scene: string): Promise<void> {
  await page.evaluate(
    (name) => (globalThis as unknown as { show: (scene: string) => void }).show(name),
    scene,
  );
  await settleState(page);
}
