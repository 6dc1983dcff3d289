import { afterAll, inject } from 'vitest';
import { silentLogger } from '#core/shared/logger.ts';
import { describeSignallingContract } from '#testing/signalling-contract.ts';
import { toAudioSource } from '../media-handles.ts';
import { createJssipSignalling } from './jssip-signalling.ts';

const context = new AudioContext();
afterAll(() => context.close());

describeSignallingContract(() => ({
  create: (account, iceServers, listener) =>
    createJssipSignalling(account, iceServers, listener, {
      createId: () => crypto.randomUUID(),
      instanceId: crypto.randomUUID(),
      logger: silentLogger,
    }),
  serverUrl: inject('exchangeUrl'),
  // The discard port: no browser goes there, and says so as of a port where nobody listens.
  unreachableUrl: 'ws://127.0.0.1:9',
  openMicrophone() {
    const oscillator = new OscillatorNode(context);
    const destination = new MediaStreamAudioDestinationNode(context);
    oscillator.connect(destination);
    oscillator.start();
    return toAudioSource(destination.stream);
  },
}));
