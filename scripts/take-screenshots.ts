import { mkdir, mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import type { Page } from '@playwright/test';
import { launchBrowser } from '../e2e/support/launch-browser.ts';
import { writeSpeechFile } from '../e2e/support/speech-file.ts';
import { createPhonePage } from '../e2e/pages/phone-page.ts';
import { silentLogger } from '#core/shared/logger.ts';
import { createSidetoneServer } from '#server/sidetone-server.ts';

/* Makes the pictures in docs/images from the phone itself: a real call between two browsers. */

const folder = fileURLToPath(new URL('../docs/images/', import.meta.url));
await mkdir(folder, { recursive: true });
const dataDirectory = await mkdtemp(join(tmpdir(), 'sidetone-screenshots-'));
const server = await createSidetoneServer({
  port: 0,
  host: '127.0.0.1',
  dataDirectory,
  allowedOrigins: [],
  logger: silentLogger,
});
const [aliceBrowser, bobBrowser] = await Promise.all([
  launchBrowser(writeSpeechFile(0)),
  launchBrowser(writeSpeechFile(1)),
]);

const take = async (page: Page, name: string) => {
  // What lies under it looks pressed.
  await page.mouse.move(0, 0);
  await page.screenshot({ path: join(folder, `${name}.png`), animations: 'disabled' });
  console.log(`docs/images/${name}.png`);
};

const aliceContext = await aliceBrowser.newContext({
  baseURL: server.url,
  permissions: ['microphone'],
  viewport: { width: 1280, height: 800 },
});
const bobContext = await bobBrowser.newContext({
  baseURL: server.url,
  permissions: ['microphone'],
  viewport: { width: 390, height: 844 },
  colorScheme: 'dark',
});
const stranger = await aliceContext.newPage();
await stranger.goto('/');
await stranger.getByRole('button', { name: 'Sign in', exact: true }).waitFor();
await take(stranger, 'sign-in');
await stranger.close();

const alice = createPhonePage(await aliceContext.newPage());
const bob = createPhonePage(await bobContext.newPage());
await Promise.all([alice.open('alice'), bob.open('bob')]);
await take(alice.page, 'phone');

await alice.dial('bob');
await bob.incoming('Alice').waitFor();
await take(bob.page, 'incoming-narrow-dark');
await bob.accept('Alice');
// The time of the call, and that of its recording.
await alice.call('bob').getByText('0:09').first().waitFor();
await take(alice.page, 'in-call');
await take(bob.page, 'in-call-narrow-dark');
await bob.hangUp('Alice');
await alice.call('bob').getByText('hung up').first().waitFor();
await take(alice.page, 'ended');

await bob.dial('alice');
await alice.incoming('Bob').waitFor();
await take(alice.page, 'incoming');
await alice.reject('Bob');

await alice.goTo('Recordings');
await alice.page.getByRole('button', { name: 'Play' }).first().click();
// What was heard has another colour.
const position = alice.page.getByRole('slider', { name: 'Position' });
const { width = 0 } = (await position.boundingBox()) ?? {};
await position.click({ position: { x: width * 0.6, y: 20 } });
await take(alice.page, 'recordings');

await Promise.all([aliceBrowser.close(), bobBrowser.close()]);
await server.close();
await rm(dataDirectory, { recursive: true, force: true });
