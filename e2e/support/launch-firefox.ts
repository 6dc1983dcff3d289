import { firefox, type Browser } from '@playwright/test';
import type { SoundServer } from './sound-server.ts';

/** A Firefox whose microphone and loudspeaker are those of a sound server. Its own fake microphone knows no other tone than 1000 Hz. */
export const launchFirefox = ({ environment }: SoundServer): Promise<Browser> =>
  firefox.launch({
    channel: 'moz-firefox',
    executablePath: '/usr/bin/firefox-esr',
    env: { ...process.env, ...environment },
    firefoxUserPrefs: {
      // Nobody is there who could be asked.
      'media.navigator.permission.disabled': true,
      // A machine without a network has no other candidates.
      'media.peerconnection.ice.loopback': true,
      // 85 ms of sound at a time in the place of 10: on two busy cores the sound card is not always served in time.
      'media.cubeb_latency_mtg_frames': 4096,
    },
  });
