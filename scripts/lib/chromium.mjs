import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installFromDebian } from './debian.mjs';
import { runNode } from './run.mjs';

/** The same engine without a browser around it: with it, the tests take three fifths of the time. */
const shellNames = ['chromium-headless-shell', 'chrome-headless-shell'];
const browserNames = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome.exe'];
/** A person's own browser will do. */
const isWorthInstalling = process.env['CI'] !== undefined;
const wellKnownPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Finds a Chromium that starts, a headless shell before a whole browser, and installs one when there is none: Debian's
 * packages for root on Debian, Playwright's own elsewhere. Says in one line which it is. Ends the process, saying what to
 * do, when there is no way.
 * @returns {Promise<string>} path of the program
 */
export async function ensureChromium() {
  const chosen = process.env['CHROME_PATH'];
  if (chosen !== undefined && chosen !== '') {
    if (starts(chosen)) return say(chosen, 'from CHROME_PATH');
    return giveUp(`CHROME_PATH, ${chosen}, is not a Chromium that starts: correct it or unset it.`);
  }
  const found = onPath(isWorthInstalling ? shellNames : [...shellNames, ...browserNames]).find(starts);
  if (found !== undefined) return say(found, 'installed on this machine');
  await installFromDebian('headless Chromium', ['chromium', 'chromium-headless-shell']);
  const installed = [...onPath([...shellNames, ...browserNames]), ...wellKnownPaths].find(starts);
  if (installed !== undefined) return say(installed, 'installed on this machine');
  const playwrightPath = await pathOfPlaywrights();
  if (starts(playwrightPath)) return say(playwrightPath, "Playwright's");
  return installPlaywrights(playwrightPath);
}

/** @param {string} playwrightPath */
async function installPlaywrights(playwrightPath) {
  console.log("There is no Chromium: installing Playwright's …");
  await runNode('node_modules/playwright/cli.js', ['install', 'chromium']);
  if (starts(playwrightPath)) return say(playwrightPath, 'just installed by Playwright');
  return giveUp(
    'No Chromium could be installed: install Chrome or Chromium yourself (on Linux, ' +
      '"sudo npx playwright install --with-deps chromium"), or set CHROME_PATH to one.',
  );
}

/** @param {readonly string[]} names */
function onPath(names) {
  const directories = (process.env['PATH'] ?? '').split(delimiter).filter((directory) => directory !== '');
  return names.flatMap((name) => directories.map((directory) => join(directory, name)));
}

async function pathOfPlaywrights() {
  const { chromium } = await import('playwright');
  return chromium.executablePath();
}

/**
 * Whether a program is there and can be executed, with all the libraries that it needs.
 * @param {string} path
 */
function starts(path) {
  if (!existsSync(path)) return false;
  // On Windows, `--version` opens a window instead.
  if (process.platform === 'win32') return true;
  try {
    return /\d+\.\d+/.test(
      execFileSync(path, ['--version'], { encoding: 'utf8', stdio: 'pipe', timeout: 30_000 }),
    );
  } catch {
    return false;
  }
}

/**
 * @param {string} path
 * @param {string} origin
 */
function say(path, origin) {
  console.log(`Tests use the Chromium at ${path} (${origin}).`);
  return path;
}

/**
 * @param {string} sentence
 * @returns {never}
 */
function giveUp(sentence) {
  console.error(sentence);
  process.exit(1);
}
