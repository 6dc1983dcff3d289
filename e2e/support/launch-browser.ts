import { chromium, type Browser } from '@playwright/test';
import { writeToneFile } from './tone-file.ts';

/** A Chromium whose microphone hears a tone. The file of a fake microphone is a flag of the whole browser. */
export const launchBrowser = (toneHz: number): Promise<Browser> =>
  chromium.launch({
    executablePath: process.env['CHROME_PATH'] ?? '/usr/bin/chromium',
    args: [
      '--no-sandbox',
      '--use-fake-device-for-media-stream',
      '--use-fake-ui-for-media-stream',
      `--use-file-for-fake-audio-capture=${writeToneFile(toneHz)}`,
      // A machine without a network has no other candidates.
      '--allow-loopback-in-peer-connection',
      '--disable-background-networking',
      '--disable-component-update',
    ],
  });
