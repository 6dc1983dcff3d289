import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { test as base, chromium, expect, type Browser, type Page } from '@playwright/test';
import { createSidetoneServer } from '#server/sidetone-server.ts';
import { silentLogger } from '#core/shared/logger.ts';
import { createPhonePage, type PhonePage } from './pages/phone-page.ts';
import { watchCallStates } from './support/call-clock.ts';
import type { LampEvent, Publication } from './support/application-server.ts';
import { configurePhone, type RecordingConfig } from './support/configure-phone.ts';
import { startKamailio, type Kamailio } from './support/kamailio.ts';
import { launchBrowser } from './support/launch-browser.ts';
import { launchFirefox } from './support/launch-firefox.ts';
import { watchMedia } from './support/media-watch.ts';
import { startSoundServer, type SoundServer } from './support/sound-server.ts';
import { writeToneFile } from './support/tone-file.ts';

/** What each person's microphone hears. */
export const aliceToneHz = 440;
export const bobToneHz = 1000;

const alwaysRecorded: RecordingConfig = { policy: 'always' };

/** The exchange of the phones, which a test can take away. It comes back on the same port, with the same data. */
interface StoppableServer {
  /** Of the phone's page and of the recording store. */
  readonly url: string;
  /** Where a SIP endpoint that is no page reaches the exchange. */
  readonly webSocketUrl: string;
  readonly goAway: () => Promise<void>;
  readonly comeBack: () => Promise<void>;
}

interface PageOptions {
  /** That of config.json. */
  readonly recording?: RecordingConfig;
  /** The browser keeps the page. Not in other tests, whose requests must come to the server. */
  readonly keepsPage?: boolean;
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
  /** Publishes what a lamp shows, over Kamailio only. It is taken back when the test ends. */
  readonly publish: (user: string, event: LampEvent, body: string) => Promise<Publication>;
}

export interface ProjectOptions {
  /** The SIP server: the embedded exchange, or Kamailio with deploy/kamailio. */
  readonly exchange: 'embedded' | 'kamailio';
  /** Bob has a Chromium, always. */
  readonly aliceBrowser: 'chromium' | 'firefox';
}

interface WorkerFixtures extends ProjectOptions {
  /** One for all tests; null where the exchange is the embedded one. */
  readonly kamailio: Kamailio | null;
  /** What Alice's Firefox hears; a Chromium needs none. */
  readonly soundServer: SoundServer | null;
  readonly browsers: Readonly<Record<'alice' | 'bob', Browser>>;
}

export const test = base.extend<Fixtures, WorkerFixtures>({
  exchange: ['embedded', { option: true, scope: 'worker' }],
  aliceBrowser: ['chromium', { option: true, scope: 'worker' }],

  kamailio: [
    async ({ exchange }, provide) => {
      if (exchange === 'embedded') return provide(null);
      const kamailio = await startKamailio();
      await provide(kamailio);
      return kamailio.close();
    },
    { scope: 'worker' },
  ],

  soundServer: [
    async ({ aliceBrowser }, provide) => {
      if (aliceBrowser === 'chromium') return provide(null);
      const soundServer = await startSoundServer(aliceToneHz);
      await provide(soundServer);
      return soundServer.close();
    },
    { scope: 'worker' },
  ],

  browsers: [
    async ({ soundServer }, provide) => {
      const [alice, bob] = await Promise.all([
        soundServer !== null ? launchFirefox(soundServer) : launchBrowser(writeToneFile(aliceToneHz)),
        launchBrowser(writeToneFile(bobToneHz)),
      ]);
      await provide({ alice, bob });
      await Promise.all([alice.close(), bob.close()]);
    },
    { scope: 'worker' },
  ],

  server: async ({ kamailio }, provide) => {
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
      webSocketUrl: kamailio?.webSocketUrl ?? `${url.replace(/^http/, 'ws')}/sip`,
      goAway: kamailio?.goAway ?? (() => running.close()),
      comeBack:
        kamailio?.comeBack ??
        (async () => {
          running = await start(Number(new URL(url).port));
        }),
    });
    await running.close();
    await kamailio?.comeBack();
    await rm(dataDirectory, { recursive: true, force: true });
  },

  serverUrl: ({ server }, provide) => provide(server.url),

  openPage: async ({ browsers, serverUrl, kamailio }, provide) => {
    const errors: Error[] = [];
    const contexts: { close: () => Promise<void> }[] = [];
    await provide(async (owner, { recording = alwaysRecorded, keepsPage = false } = {}) => {
      const context = await browsers[owner].newContext({
        baseURL: serverUrl,
        permissions: browsers[owner].browserType() === chromium ? ['microphone'] : [],
        // Painting a moving trace is a third of what a call costs a machine without a graphics card.
        reducedMotion: 'reduce',
        serviceWorkers: keepsPage ? 'allow' : 'block',
      });
      contexts.push(context);
      context.on('weberror', (webError) => errors.push(webError.error()));
      await configurePhone(context, recording, kamailio?.webSocketUrl);
      const page = await context.newPage();
      await watchCallStates(page);
      await watchMedia(page);
      return page;
    });
    await Promise.all(contexts.map((context) => context.close()));
    expect(errors, 'errors and unhandled rejections on the pages').toEqual([]);
  },

  publish: async ({ kamailio }, provide) => {
    const publications: Publication[] = [];
    await provide(async (...state) => {
      if (kamailio === null) throw new Error('the embedded exchange has no lamps');
      const publication = await kamailio.publish(...state);
      publications.push(publication);
      return publication;
    });
    for (const publication of publications) await publication.end();
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
