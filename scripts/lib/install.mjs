import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { inProject, projectRoot } from './project.mjs';
import { run } from './run.mjs';

/**
 * @typedef {{ version?: string, integrity?: string, dev?: boolean, optional?: boolean, devOptional?: boolean }} LockedPackage
 * @typedef {Readonly<Record<string, LockedPackage>>} LockedPackages
 */

/**
 * Installs the locked dependencies when they are missing or are not the locked ones. Ends the process when that fails.
 * @param {{ tools: boolean }} wanted with the tools for tests and checks, or only what builds and runs the phone
 */
export async function ensureInstalled({ tools }) {
  const locked = readPackages('package-lock.json');
  if (isInstalled(locked, readPackages('node_modules/.package-lock.json'), { tools })) return;
  console.log(`Installing the locked dependencies${tools ? ' and tools' : ''} (npm ci) …`);
  const omit = tools ? [] : ['--omit=dev'];
  const code = await run('npm', [
    'ci',
    ...omit,
    '--no-audit',
    '--no-fund',
    '--prefer-offline',
    '--loglevel=error',
  ]);
  if (code !== 0) {
    console.error(
      'The dependencies could not be installed: check the network, then run the same command again.',
    );
    process.exit(1);
  }
  if (tools) switchOnGitHooks();
}

/**
 * Whether every wanted package is there in its locked version. npm writes down what it installed when it has finished,
 * so an install that was cut off does not count. Optional packages are for one platform each and may be missing.
 * @param {LockedPackages} locked
 * @param {LockedPackages} installed
 * @param {{ tools: boolean }} wanted
 */
export function isInstalled(locked, installed, { tools }) {
  return Object.entries(locked).every(([path, { version, integrity, dev, optional, devOptional }]) => {
    if (path === '' || (dev === true && !tools)) return true;
    const found = installed[path];
    if (found === undefined) return optional === true || devOptional === true;
    return found.version === version && (integrity === undefined || found.integrity === integrity);
  });
}

/**
 * @param {string} path of a lock file
 * @returns {LockedPackages}
 */
function readPackages(path) {
  try {
    return JSON.parse(readFileSync(inProject(path), 'utf8')).packages;
  } catch {
    return {};
  }
}

/** Switches .githooks on in a fresh clone; never in CI, and never over a choice that somebody made. */
function switchOnGitHooks() {
  if (process.env['CI'] || !existsSync(inProject('.git'))) return;
  const git = (/** @type {string[]} */ ...args) =>
    execFileSync('git', args, { cwd: projectRoot, stdio: 'pipe', encoding: 'utf8' });
  try {
    git('config', '--get', 'core.hooksPath');
  } catch {
    try {
      git('config', 'core.hooksPath', '.githooks');
    } catch {
      // No git: nobody will commit.
    }
  }
}
