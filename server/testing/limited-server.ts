import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { fileURLToPath } from 'node:url';
import { createBuiltPhone } from './built-phone.ts';

/**
 * The server as a process of its own, whose files the system lets grow to `blocks` (of 512 or 1024 bytes, as the shell
 * has it) and no further: it then refuses to write, as it does on a full disk, and needs no privilege for it.
 */
export async function startLimitedServer(
  blocks: number,
): Promise<{ readonly origin: string; readonly close: () => Promise<void> }> {
  const built = await createBuiltPhone();
  const main = fileURLToPath(new URL('../main.ts', import.meta.url));
  const child = spawn(
    'sh',
    ['-c', `ulimit -f ${blocks} && exec "$0" --import tsx "$1"`, process.execPath, main],
    {
      env: {
        ...process.env,
        PHONE_DIR: built.phone,
        DATA_DIR: built.dataDirectory,
        HOST: '127.0.0.1',
        PORT: '0',
        // Its cache would be under the limit too.
        TSX_DISABLE_CACHE: '1',
      },
      stdio: ['ignore', 'pipe', 'pipe'],
    },
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
    async close() {
      child.kill('SIGTERM');
      await ended;
      await built.remove();
    },
  };
}
