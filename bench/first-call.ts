import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { silentLogger } from '#core/shared/logger.ts';
import { createSidetoneServer } from '#server/sidetone-server.ts';
import { launchBrowser } from '../e2e/support/launch-browser.ts';
import { writeToneFile } from '../e2e/support/tone-file.ts';
import { openRegisteredPage, readMarks } from './browsers.ts';
import type { Marks } from './probe.ts';
import { summarise, type Summary } from './statistics.ts';

const between = (from: Marks, start: string, to: Marks, end: string): number =>
  (to[end] ?? Number.NaN) - (from[start] ?? Number.NaN);

/** A hand that is at the button, and the moment before it presses. */
const reachForButtonMs = 500;

/** Calls from one browser to the other, again and again, and times each step as the pages themselves saw it. Milliseconds. */
export async function measureFirstCall(runs: number): Promise<Readonly<Record<string, Summary>>> {
  const dataDirectory = await mkdtemp(join(tmpdir(), 'sidetone-bench-'));
  const server = await createSidetoneServer({
    port: 0,
    host: '127.0.0.1',
    dataDirectory,
    allowedOrigins: [],
    logger: silentLogger,
  });
  const [aliceBrowser, bobBrowser] = await Promise.all([
    launchBrowser(writeToneFile(440)),
    launchBrowser(writeToneFile(1000)),
  ]);
  const figures = new Map<string, number[]>();
  const note = (name: string, value: number) => figures.set(name, [...(figures.get(name) ?? []), value]);

  for (let run = 0; run < runs; run += 1) {
    // One after the other: a page that starts is timed alone.
    const alice = await openRegisteredPage(aliceBrowser, `${server.url}/?account=alice`);
    const bob = await openRegisteredPage(bobBrowser, `${server.url}/?account=bob`);
    await alice.getByRole('textbox', { name: 'Number or address' }).fill('bob');
    await alice.getByRole('button', { name: 'Call', exact: true }).click();
    const accept = bob.getByRole('alertdialog').getByRole('button', { name: 'Accept' });
    await accept.hover();
    await bob.waitForTimeout(reachForButtonMs);
    await accept.click();
    const caller = await readMarks(
      alice,
      'sent REGISTER',
      'clicked Call',
      'sent INVITE',
      'first RTP',
      'first sound',
    );
    const callee = await readMarks(
      bob,
      'incoming painted',
      'clicked Accept',
      'sent SIP/2.0 200',
      'first sound',
    );

    note('navigation → first REGISTER', between(caller, 'navigation', caller, 'sent REGISTER'));
    note('click on Call → INVITE', between(caller, 'clicked Call', caller, 'sent INVITE'));
    note(
      'INVITE at the callee → toast painted',
      between(callee, 'received INVITE', callee, 'incoming painted'),
    );
    note('click on Call → toast painted', between(caller, 'clicked Call', callee, 'incoming painted'));
    note('click on Accept → 200', between(callee, 'clicked Accept', callee, 'sent SIP/2.0 200'));
    note('click on Accept → first RTP at the caller', between(callee, 'clicked Accept', caller, 'first RTP'));
    note(
      'click on Accept → first sound at the caller',
      between(callee, 'clicked Accept', caller, 'first sound'),
    );
    note(
      'click on Accept → first sound at the callee',
      between(callee, 'clicked Accept', callee, 'first sound'),
    );
    await Promise.all([alice.context().close(), bob.context().close()]);
  }

  await Promise.all([aliceBrowser.close(), bobBrowser.close()]);
  await server.close();
  await rm(dataDirectory, { recursive: true, force: true });
  return Object.fromEntries([...figures].map(([name, values]) => [name, summarise(values)]));
}
