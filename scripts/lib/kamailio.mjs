import { areInstalled, installFromDebian, leaveOut } from './debian.mjs';

const packages = [
  'kamailio',
  'kamailio-websocket-modules',
  'kamailio-presence-modules',
  // The telephone at the other end.
  'baresip-core',
];

/**
 * Finds the Kamailio, and the telephone, that the tests of calls run against a second time, and installs them for root on
 * Debian. Says in one line when they are not there.
 * @returns {Promise<boolean>}
 */
export async function ensureKamailio() {
  if (areInstalled(packages)) return true;
  await installFromDebian('Kamailio', packages);
  if (areInstalled(packages)) return true;
  leaveOut('The tests over Kamailio', packages);
  return false;
}
