import { ensurePackages } from './debian.mjs';

/** The Kamailio, and the telephone, that the tests of calls run against a second time. */
export const ensureKamailio = () =>
  ensurePackages({
    what: 'Kamailio',
    tests: 'The tests over Kamailio',
    packages: [
      'kamailio',
      'kamailio-websocket-modules',
      'kamailio-presence-modules',
      // The telephone at the other end.
      'baresip-core',
    ],
  });
