import { chromium, type Browser } from '@playwright/test';

/** A Chromium whose microphone hears a WAV file, again and again. The file is a flag of the whole browser. */
export const launchBrowser = (microphoneFile: string): Promise<Browser> =>
  chromium.launch({
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
