import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createBuiltPhone } from './built-phone.ts';

/** The server as a process of its own. */
export interface ServerProcess {
  /** It stays the same over a kill. */
  readonly origin: string;
  readonly dataDirectory: string;
  /** Ends the process as a crash does, and starts another one on the same data and port. */
  readonly killAndRestart: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/**
 * Starts it. The system lets its files grow to `fileBlocks` (of 512 or 1024 bytes, as the shell has it) and no further: it
 * then refuses to write, as it does on a full disk, and needs no privilege for it. `phone` is the folder of the phone that
 * it serves; without one, the smallest.
 */
export async function startServerProcess({
  fileBlocks = 'unlimited',
  phone,
}: {
  readonly fileBlocks?: number | 'unlimited';
  readonly phone?: string;
} = {}): Promise<ServerProcess> {
  const built = await createBuiltPhone();
  const environment = {
    ...process.env,
    PHONE_DIR: phone ?? built.phone,
    DATA_DIR: built.dataDirectory,
    HOST: '127.0.0.1',
    // Its cache would be under the limit too.
    TSX_DISABLE_CACHE: '1',
  };
  let running = await run(fileBlocks, { ...environment, PORT: '0' });
  const { origin } = running;
  return {
    origin,
    dataDirectory: built.dataDirectory,
    async killAndRestart() {
      await running.end('SIGKILL');
      running = await run(fileBlocks, { ...environment, PORT: new URL(origin).port });
    },
    async close() {
      await running.end('SIGTERM');
      await built.remove();
    },
  };
}

async function run(fileBlocks: number | 'unlimited', env: NodeJS.ProcessEnv) {
  const main = fileURLToPath(new URL('../main.ts', import.meta.url));
  const child = spawn(
    'sh',
    ['-c', `ulimit -f ${fileBlocks} && exec "$0" --import tsx "$1"`, process.execPath, main],
    { env, stdio: ['ignore', 'pipe', 'pipe'] },
  );
  const ended = once(child, 'close');
  let output = '';
  const origin = await new Promise<string>((resolve, reject) => {
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        const url = / at (http:\S+) /.exec(output)?.[1];
        if (url !== undefined) resolve(url);
      });
    }
    child.once('close', () => reject(new Error(`The server did not start: ${output}`)));
  });
  return {
    origin,
    async end(signal: NodeJS.Signals) {
      child.kill(signal);
      await ended;
    },
  };
}
