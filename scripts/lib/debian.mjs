import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run } from './run.mjs';

/**
 * What tests need of Debian's packages.
 * @typedef {object} Need
 * @property {string} what they bring, as "There is no …" goes on
 * @property {string} tests that are left out without them
 * @property {readonly string[]} packages
 * @property {() => boolean} [isThere] where it may have come in another way
 */

/**
 * Finds what tests need, and installs it where we may. Says in one line when it is not there.
 * @param {Need} need
 * @returns {Promise<boolean>}
 */
export async function ensurePackages({ what, tests, packages, isThere = () => areInstalled(packages) }) {
  if (isThere()) return true;
  await installFromDebian(what, packages);
  if (isThere()) return true;
  leaveOut(tests, packages);
  return false;
}

/**
 * Installs packages of Debian, where we may: for root on Debian.
 * @param {string} what they are for, as "There is no …" goes on
 * @param {readonly string[]} packages
 */
export async function installFromDebian(what, packages) {
  if (!mayInstall()) return;
  const many = packages.length === 1 ? 'package' : 'packages';
  console.log(`There is no ${what}: installing the ${many} ${packages.join(', ')} (apt-get) …`);
  const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
  await run('apt-get', ['update', '-qq'], quiet);
  await run('apt-get', ['install', '-qq', '-y', '--no-install-recommends', ...packages], quiet);
}

/**
 * Whether all of them are installed.
 * @param {readonly string[]} packages
 */
function areInstalled(packages) {
  const { status, stdout } = spawnSync(
    'dpkg-query',
    ['--show', '--showformat=${db:Status-Status}\n', ...packages],
    {
      encoding: 'utf8',
    },
  );
  return (
    status === 0 &&
    stdout
      .trim()
      .split('\n')
      .every((state) => state === 'installed')
  );
}

/**
 * Says that tests are left out since their packages are not there. CI leaves nothing out: there it ends the process.
 * @param {string} tests
 * @param {readonly string[]} packages
 */
function leaveOut(tests, packages) {
  const many = packages.length === 1 ? 'package' : 'packages';
  console.log(`${tests} are left out: they need Debian's ${many} ${packages.join(', ')}.`);
  if (process.env['CI'] === undefined) return;
  console.error('In CI no test is left out.');
  process.exit(1);
}

const mayInstall = () => existsSync('/usr/bin/apt-get') && process.getuid?.() === 0;
