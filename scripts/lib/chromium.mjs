import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { delimiter, join } from 'node:path';
import { installFromDebian } from './debian.mjs';
import { runNode } from './run.mjs';

const namesOnPath = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome', 'chrome.exe'];
const wellKnownPaths = [
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
  '/Applications/Chromium.app/Contents/MacOS/Chromium',
  'C:\\Program Files\\Google\\Chrome\\Application\\chrome.exe',
];

/**
 * Finds a Chromium that starts, and installs one when there is none: Debian's package for root on Debian, Playwright's
 * own elsewhere. Says in one line which it is. Ends the process, saying what to do, when there is no way.
 * @returns {Promise<string>} path of the program
 */
export async function ensureChromium() {
  const chosen = process.env['CHROME_PATH'];
  if (chosen !== undefined && chosen !== '') {
    if (starts(chosen)) return say(chosen, 'from CHROME_PATH');
    return giveUp(`CHROME_PATH, ${chosen}, is not a Chromium that starts: correct it or unset it.`);
  }
  const installed = [...onPath(), ...wellKnownPaths].find(starts);
  if (installed !== undefined) return say(installed, 'installed on this machine');
  const playwrightPath = await pathOfPlaywrights();
  if (starts(playwrightPath)) return say(playwrightPath, "Playwright's");
  return install(playwrightPath);
}

/** @param {string} playwrightPath */
async function install(playwrightPath) {
  await installFromDebian('Chromium', ['chromium']);
  const debianPath = onPath().find(starts);
  if (debianPath !== undefined) return say(debianPath, 'just installed by apt-get');
  console.log("There is no Chromium: installing Playwright's …");
  await runNode('node_modules/playwright/cli.js', ['install', 'chromium']);
  if (starts(playwrightPath)) return say(playwrightPath, 'just installed by Playwright');
  return giveUp(
    'No Chromium could be installed: install Chrome or Chromium yourself (on Linux, ' +
      '"sudo npx playwright install --with-deps chromium"), or set CHROME_PATH to one.',
  );
}

function onPath() {
  const directories = (process.env['PATH'] ?? '').split(delimiter).filter((directory) => directory !== '');
  return namesOnPath.flatMap((name) => directories.map((directory) => join(directory, name)));
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
