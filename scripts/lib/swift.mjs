import { spawnSync } from 'node:child_process';
import { ensurePackages } from './debian.mjs';

/** The OpenStack Swift that the tests on S3 run against. */
export const ensureSwift = () =>
  ensurePackages({
    what: 'OpenStack Swift',
    tests: 'The tests on S3',
    packages: ['python3-swift'],
    isThere: () => spawnSync('/usr/bin/python3', ['-c', 'import swift.common.wsgi']).status === 0,
  });
