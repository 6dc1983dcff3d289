import { areInstalled, installFromDebian, leaveOut } from './debian.mjs';

const packages = [
  'firefox-esr',
  // Its microphone and its loudspeaker: without a sound device, the clock of its Web Audio stands still.
  'pulseaudio',
];

/**
 * Finds the Firefox that the phone runs in at one end of a call, and installs it for root on Debian. Says in one line when it
 * is not there.
 * @returns {Promise<boolean>}
 */
export async function ensureFirefox() {
  if (areInstalled(packages)) return true;
  await installFromDebian('Firefox', packages);
  if (areInstalled(packages)) return true;
  leaveOut('The tests in Firefox', packages);
  return false;
}
