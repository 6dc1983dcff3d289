import { ensurePackages } from './debian.mjs';

/** The Firefox that the phone runs in at one end of a call. */
export const ensureFirefox = () =>
  ensurePackages({
    what: 'Firefox',
    tests: 'The tests in Firefox',
    packages: [
      'firefox-esr',
      // Its microphone and its loudspeaker: without a sound device, the clock of its Web Audio stands still.
      'pulseaudio',
    ],
  });
