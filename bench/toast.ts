import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Browser, Page } from '@playwright/test';
import { silentLogger } from '#core/shared/logger.ts';
import { createSidetoneServer } from '#server/sidetone-server.ts';
import { launchBrowser } from '../e2e/support/launch-browser.ts';
import { writeToneFile } from '../e2e/support/tone-file.ts';
import { openProbedPage, openRegisteredPage, readMarks } from './browsers.ts';
import { servePeer } from './peers/serve-peer.ts';
import { summarise, type Summary } from './statistics.ts';

/** A phone that rings, in a page of its own. */
interface Callee {
  readonly user: string;
  readonly open: (browser: Browser) => Promise<Page>;
}

/** As long as Playwright takes the network for idle, which a page that looks for its ring tone never is. */
const restMs = 500;

const names = ['sidetone', 'sidetone, 10,000 calls in the history', 'react-softphone 1.7.0'] as const;

/** The three that are measured, by the names of their results. */
export type ToastFigures = Readonly<Record<(typeof names)[number], Summary>>;

/**
 * From the INVITE on the socket until an incoming call is painted, in milliseconds: ours, ours with a long history, and
 * the quickest open phone that could be measured, in turns, called by the same page. What a machine does to one it does
 * to all: the figures compare within one run and not beyond it.
 */
export async function measureToast(rounds: number): Promise<ToastFigures> {
  const peer = await servePeer('react-softphone');
  const dataDirectory = await mkdtemp(join(tmpdir(), 'sidetone-bench-'));
  const server = await createSidetoneServer({
    port: 0,
    host: '127.0.0.1',
    dataDirectory,
    allowedOrigins: [new URL(peer.url).origin],
    logger: silentLogger,
  });
  const exchange = `${server.url.replace('http', 'ws')}/sip`;
  const callees: Readonly<Record<(typeof names)[number], Callee>> = {
    sidetone: {
      user: 'bob',
      open: (browser) => openRegisteredPage(browser, `${server.url}/?account=bob`),
    },
    'sidetone, 10,000 calls in the history': {
      user: 'carol',
      open: (browser) => openRegisteredPage(browser, `${server.url}/?account=carol`, 10_000),
    },
    'react-softphone 1.7.0': {
      user: 'dave',
      async open(browser) {
        const account = new URLSearchParams({ exchange, user: 'dave', password: 'dave-demo' });
        const page = await openProbedPage(
          browser,
          `${peer.url}?${account}`,
          '.MuiPaper-elevation1 .MuiTypography-subtitle1',
        );
        await page.getByLabel('call picture').click();
        await page.getByText('Online').waitFor();
        await page.waitForTimeout(restMs);
        return page;
      },
    },
  };
  const [callerBrowser, calleeBrowser] = await Promise.all([
    launchBrowser(writeToneFile(440)),
    launchBrowser(writeToneFile(1000)),
  ]);
  const times = new Map<(typeof names)[number], number[]>(names.map((name) => [name, []]));
  for (let round = 0; round < rounds; round += 1) {
    for (let turn = 0; turn < names.length; turn += 1) {
      // Each is the first as often as the others.
      const name = names[(round + turn) % names.length] ?? names[0];
      const { user, open } = callees[name];
      const callee = await open(calleeBrowser);
      const caller = await openRegisteredPage(callerBrowser, `${server.url}/?account=alice`);
      await caller.getByRole('textbox', { name: 'Number or address' }).fill(user);
      const ringing = readMarks(callee, 'received INVITE', 'incoming painted');
      await caller.getByRole('button', { name: 'Call', exact: true }).click();
      const marks = await ringing;
      const [received = Number.NaN, painted = Number.NaN] = [
        marks['received INVITE'],
        marks['incoming painted'],
      ];
      times.get(name)?.push(painted - received);
      await Promise.all([callee.context().close(), caller.context().close()]);
    }
  }
  await Promise.all([callerBrowser.close(), calleeBrowser.close()]);
  await Promise.all([server.close(), peer.close()]);
  await rm(dataDirectory, { recursive: true, force: true });
  return Object.fromEntries([...times].map(([name, each]) => [name, summarise(each)])) as ToastFigures;
}
