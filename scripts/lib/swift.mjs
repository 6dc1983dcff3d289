import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { run } from './run.mjs';

/**
 * Finds the OpenStack Swift that the tests on S3 run against, and installs it for root on Debian. Says in one line whether
 * it is there.
 * @returns {Promise<boolean>}
 */
export async function ensureSwift() {
  if (isThere()) return true;
  if (existsSync('/usr/bin/apt-get') && process.getuid?.() === 0) {
    console.log('There is no OpenStack Swift: installing the package python3-swift (apt-get) …');
    const quiet = { DEBIAN_FRONTEND: 'noninteractive' };
    await run('apt-get', ['update', '-qq'], quiet);
    await run('apt-get', ['install', '-qq', '-y', '--no-install-recommends', 'python3-swift'], quiet);
    if (isThere()) return true;
  }
  console.log("The tests on S3 are left out: they need Debian's package python3-swift.");
  return false;
}

const isThere = () => spawnSync('/usr/bin/python3', ['-c', 'import swift.common.wsgi']).status === 0;
