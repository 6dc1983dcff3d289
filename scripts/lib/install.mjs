import { execFileSync } from 'node:child_process';
import { existsSync, readFileSync } from 'node:fs';
import { inProject, projectRoot } from './project.mjs';
import { run } from './run.mjs';

/**
 * @typedef {{ version?: string, integrity?: string, optional?: boolean, devOptional?: boolean, link?: boolean }} LockedPackage
 * @typedef {Readonly<Record<string, LockedPackage>>} LockedPackages
 */

/**
 * Installs the locked dependencies when they are missing or are not the locked ones. Ends the process when that fails.
 */
export async function ensureInstalled() {
  if (isInstalled(readPackages('package-lock.json'), readPackages('node_modules/.package-lock.json'))) return;
  console.log('Installing the locked dependencies (npm ci) …');
  const code = await run('npm', ['ci', '--no-audit', '--no-fund', '--prefer-offline', '--loglevel=error']);
  if (code !== 0) {
    console.error(
      'The dependencies could not be installed: check the network, then run the same command again.',
    );
    process.exit(1);
  }
  switchOnGitHooks();
}

/**
 * Whether every locked package is there in its locked version. npm writes down what it installed when it has finished,
 * so an install that was cut off does not count. Optional packages are for one platform each and may be missing.
 * @param {LockedPackages} locked
 * @param {LockedPackages} installed
 */
export function isInstalled(locked, installed) {
  return Object.entries(locked).every(([path, { version, integrity, optional, devOptional }]) => {
    if (path === '') return true;
    const found = installed[path];
    if (found === undefined) return optional === true || devOptional === true;
    return found.version === version && found.integrity === integrity;
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
