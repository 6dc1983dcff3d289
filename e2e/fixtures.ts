import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, expect, type Browser, type Page } from '@playwright/test';
import { createSidetoneServer } from '#server/sidetone-server.ts';
import { silentLogger } from '#core/shared/logger.ts';
import { createPhonePage, type PhonePage } from './pages/phone-page.ts';
import { watchCallStates } from './support/call-clock.ts';
import { configurePhone, type RecordingConfig } from './support/configure-phone.ts';
import { launchBrowser } from './support/launch-browser.ts';
import { watchMedia } from './support/media-watch.ts';
import { writeToneFile } from './support/tone-file.ts';

/** What each person's microphone hears. */
export const aliceToneHz = 440;
export const bobToneHz = 1000;

const alwaysRecorded: RecordingConfig = { policy: 'always' };

/** A server that a test can take away. It comes back on the same port, with the same data. */
interface StoppableServer {
  readonly url: string;
  readonly goAway: () => Promise<void>;
  readonly comeBack: () => Promise<void>;
}

interface PageOptions {
  readonly microphone?: boolean;
  /** That of config.json. */
  readonly recording?: RecordingConfig;
}

interface Fixtures {
  readonly server: StoppableServer;
  /** The address of a server of this test's own, with a data folder of its own. */
  readonly serverUrl: string;
  /** A page in the browser whose microphone hears 440 Hz. */
  readonly alice: PhonePage;
  /** A page in the browser whose microphone hears 1000 Hz. */
  readonly bob: PhonePage;
  /** Opens another page in one of the browsers. Every error on it fails the test. */
  readonly openPage: (owner: 'alice' | 'bob', options?: PageOptions) => Promise<Page>;
}

interface WorkerFixtures {
  readonly browsers: Readonly<Record<'alice' | 'bob', Browser>>;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  browsers: [
    async ({}, provide) => {
      const [alice, bob] = await Promise.all([
        launchBrowser(writeToneFile(aliceToneHz)),
        launchBrowser(writeToneFile(bobToneHz)),
      ]);
      await provide({ alice, bob });
      await Promise.all([alice.close(), bob.close()]);
    },
    { scope: 'worker' },
  ],

  server: async ({}, provide) => {
    const dataDirectory = await mkdtemp(join(tmpdir(), 'sidetone-e2e-'));
    const start = (port: number) =>
      createSidetoneServer({
        port,
        host: '127.0.0.1',
        dataDirectory,
        allowedOrigins: [],
        logger: silentLogger,
      });
    let running = await start(0);
    const { url } = running;
    await provide({
      url,
      goAway: () => running.close(),
      async comeBack() {
        running = await start(Number(new URL(url).port));
      },
    });
    await running.close();
    await rm(dataDirectory, { recursive: true, force: true });
  },

  serverUrl: ({ server }, provide) => provide(server.url),

  openPage: async ({ browsers, serverUrl }, provide) => {
    const errors: Error[] = [];
    const contexts: { close: () => Promise<void> }[] = [];
    await provide(async (owner, { microphone = true, recording = alwaysRecorded } = {}) => {
      const context = await browsers[owner].newContext({
        baseURL: serverUrl,
        permissions: microphone ? ['microphone'] : [],
      });
      contexts.push(context);
      await configurePhone(context, recording);
      const page = await context.newPage();
      page.on('pageerror', (error) => errors.push(error));
      await watchCallStates(page);
      await watchMedia(page);
      return page;
    });
    await Promise.all(contexts.map((context) => context.close()));
    expect(errors, 'errors and unhandled rejections on the pages').toEqual([]);
  },

  alice: async ({ openPage }, provide) => {
    const phone = createPhonePage(await openPage('alice'));
    await phone.open('alice');
    await provide(phone);
  },

  bob: async ({ openPage }, provide) => {
    const phone = createPhonePage(await openPage('bob'));
    await phone.open('bob');
    await provide(phone);
  },
});

export { expect };
