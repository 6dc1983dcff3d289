import { spawn, type ChildProcess } from 'node:child_process';
import { createHash } from 'node:crypto';
import { copyFile, cp, mkdtemp, open, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { demoAccounts } from '#server/exchange/demo-accounts.ts';
import { startApplicationServer, type ApplicationServer } from './application-server.ts';
import { endProgram } from './end-program.ts';
import { connectWhenOpen, findFreePorts } from './free-ports.ts';

/** A Kamailio of its own, with the demo accounts, the extensions of the embedded exchange, and lamps. */
export interface Kamailio {
  /** Where phones reach it. */
  readonly webSocketUrl: string;
  /** Where telephones reach it, by UDP: `address:port`. */
  readonly address: string;
  readonly publish: ApplicationServer['publish'];
  /** Ends it as an operator does. */
  readonly goAway: () => Promise<void>;
  /** Starts it again on the same ports, where it is not running. */
  readonly comeBack: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Telephones that are no browsers. */
export const telephones = [{ user: 'desk', password: 'desk-demo' }] as const;

const configuration = fileURLToPath(new URL('../../deploy/kamailio/kamailio.cfg', import.meta.url));
/** The empty tables of Debian's package. */
const tables = '/usr/share/kamailio/dbtext/kamailio';
const startMs = 10_000;

/** Starts deploy/kamailio on free ports of the loopback. Rejects with what it said when it does not start. */
export async function startKamailio(): Promise<Kamailio> {
  const folder = await mkdtemp(join(tmpdir(), 'sidetone-kamailio-'));
  const [webSocketPort, sipPort] = await findFreePorts();
  const applicationServer = await startApplicationServer(sipPort);
  const address = `127.0.0.1:${sipPort}`;
  await copyFile(configuration, join(folder, 'kamailio.cfg'));
  await writeFile(
    join(folder, 'settings.cfg'),
    Object.entries({
      SIP_DOMAIN: 'localhost',
      WEBSOCKET_LISTEN: `127.0.0.1:${webSocketPort}`,
      SIP_LISTEN: address,
      APPLICATION_SERVER: applicationServer.address,
      DATABASE: `text://${folder}/tables`,
    })
      .map(([name, value]) => `#!substdef "!${name}!${value}!g"\n`)
      .join(''),
  );
  await cp(tables, join(folder, 'tables'), { recursive: true });
  await writeSubscribers(join(folder, 'tables', 'subscriber'));

  let running: ChildProcess | null = null;
  const comeBack = async () => {
    running ??= await run(folder, webSocketPort);
  };
  const goAway = async () => {
    const ended = running;
    running = null;
    if (ended !== null) await endProgram(ended);
  };
  await comeBack();
  return {
    webSocketUrl: `ws://127.0.0.1:${webSocketPort}/sip`,
    address,
    publish: applicationServer.publish,
    goAway,
    comeBack,
    async close() {
      await applicationServer.close();
      await goAway();
      await rm(folder, { recursive: true });
    },
  };
}

async function run(folder: string, port: number): Promise<ChildProcess> {
  const logFile = join(folder, 'log');
  const log = await open(logFile, 'a');
  const program = spawn(
    'kamailio',
    // It changes into its working directory before it reads: every path must be absolute.
    ['-f', join(folder, 'kamailio.cfg'), '-DD', '-E', '-Y', folder, '-w', folder, '-m', '64', '-M', '8'],
    { stdio: ['ignore', log.fd, log.fd] },
  );
  await log.close();
  const untilMs = performance.now() + startMs;
  const probe = await connectWhenOpen(port, () => program.exitCode !== null || performance.now() > untilMs);
  if (probe === null) {
    await endProgram(program);
    throw new Error(`Kamailio did not start:\n${(await readFile(logFile, 'utf8')).slice(-2000)}`);
  }
  probe.destroy();
  return program;
}

const md5 = (text: string) => createHash('md5').update(text).digest('hex');

async function writeSubscribers(file: string): Promise<void> {
  const [columns] = (await readFile(file, 'utf8')).split('\n');
  const rows = [...demoAccounts, ...telephones].map(
    ({ user, password }, index) =>
      `${index + 1}:${user}:localhost:-:${md5(`${user}:localhost:${password}`)}:-`,
  );
  await writeFile(file, `${[columns, ...rows].join('\n')}\n`);
}
