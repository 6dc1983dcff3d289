import { spawnSync } from 'node:child_process';
import { installFromDebian, leaveOut } from './debian.mjs';

const packages = ['python3-swift'];

/**
 * Finds the OpenStack Swift that the tests on S3 run against, and installs it for root on Debian. Says in one line whether
 * it is there.
 * @returns {Promise<boolean>}
 */
export async function ensureSwift() {
  if (isThere()) return true;
  await installFromDebian('OpenStack Swift', packages);
  if (isThere()) return true;
  leaveOut('The tests on S3', packages);
  return false;
}

const isThere = () => spawnSync('/usr/bin/python3', ['-c', 'import swift.common.wsgi']).status === 0;
