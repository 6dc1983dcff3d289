import { spawn } from 'node:child_process';
import { fileURLToPath } from 'node:url';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { createBuiltPhone } from './testing/built-phone.ts';

let built: Awaited<ReturnType<typeof createBuiltPhone>>;
beforeAll(async () => {
  built = await createBuiltPhone();
});
afterAll(() => built.remove());

/** Runs the server as `npm start` does; `onOutput` sees all that it has printed so far. */
const runMain = (
  environment: Record<string, string>,
  onOutput: (output: string, signal: (name: NodeJS.Signals) => void) => void = () => undefined,
): Promise<{ code: number | null; output: string }> =>
  new Promise((resolve) => {
    const main = fileURLToPath(new URL('main.ts', import.meta.url));
    const child = spawn(process.execPath, ['--import', 'tsx', main], {
      env: {
        ...process.env,
        PHONE_DIR: built.phone,
        DATA_DIR: built.dataDirectory,
        PORT: '0',
        ...environment,
      },
    });
    let output = '';
    for (const stream of [child.stdout, child.stderr]) {
      stream.setEncoding('utf8').on('data', (text: string) => {
        output += text;
        onOutput(output, (name) => child.kill(name));
      });
    }
    child.on('close', (code) => resolve({ code, output }));
  });

describe('the server process', () => {
  it.each(['SIGINT', 'SIGTERM'] as const)('says where it is and ends cleanly on %s', async (name) => {
    const { code, output } = await runMain({}, (soFar, signal) => {
      if (soFar.includes('Ctrl-C')) signal(name);
    });
    expect(output).toMatch(
      /^Sidetone is at http:\/\/localhost:\d+ \(recordings in .+\)\. Stop it with Ctrl-C\.$/m,
    );
    expect(output).toContain('production runs on Kamailio, Asterisk or FreeSWITCH');
    expect(code).toBe(0);
  });

  it('cannot start with a wrong setting, and says so in one sentence', async () => {
    const { code, output } = await runMain({ PORT: 'eighty' });
    expect(output).toBe('PORT must be a whole number from 0 to 65535, but it is "eighty".\n');
    expect(code).toBe(1);
  });
});
