import { chromium, type Browser, type BrowserContext } from '@playwright/test';

const launchOptions = (microphoneFile: string) => ({
  executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
  args: [
    '--no-sandbox',
    '--use-fake-device-for-media-stream',
    '--use-fake-ui-for-media-stream',
    `--use-file-for-fake-audio-capture=${microphoneFile}`,
    // A machine without a network has no other candidates.
    '--allow-loopback-in-peer-connection',
    // A name that does not exist is not asked for outside this machine.
    '--host-resolver-rules=MAP *.invalid ~NOTFOUND',
    '--disable-background-networking',
    '--disable-component-update',
  ],
});

/** A Chromium whose microphone hears a WAV file, again and again. The file is a flag of the whole browser. */
export const launchBrowser = (microphoneFile: string): Promise<Browser> =>
  chromium.launch(launchOptions(microphoneFile));

/** The same, with a profile that outlives it. */
export const launchWithProfile = (
  profile: string,
  microphoneFile: string,
  baseURL: string,
): Promise<BrowserContext> =>
  chromium.launchPersistentContext(profile, {
    ...launchOptions(microphoneFile),
    permissions: ['microphone'],
    serviceWorkers: 'block',
    baseURL,
  });

/** Ends every process of a browser at once, as a crash or `kill -9` does: nothing of it has a last word. Returns when, in milliseconds since the Unix epoch. */
export async function killBrowser(context: BrowserContext): Promise<number> {
  const browser = context.browser();
  if (browser === null) throw new Error('this context has no browser of its own');
  const session = await browser.newBrowserCDPSession();
  const { processInfo } = await session.send('SystemInfo.getProcessInfo');
  const gone = new Promise((resolve) => context.once('close', resolve));
  const atMs = Date.now();
  for (const { id } of processInfo) process.kill(id, 'SIGKILL');
  await gone;
  return atMs;
}
