import { afterAll, afterEach, beforeEach, inject, vi } from 'vitest';
import { silentLogger } from '#core/shared/logger.ts';
import { describeSignallingContract } from '#testing/signalling-contract.ts';
import type { SignallingStage } from '#testing/signalling-stage.ts';
import { describeSubscriptionContract } from '#testing/subscription-contract.ts';
import { toAudioSource } from '../media-handles.ts';
import { createJssipSignalling } from './jssip-signalling.ts';

const context = new AudioContext();
afterAll(() => context.close());

// The discard port: no browser goes there, and says so as of a port where nobody listens.
const unreachableUrl = 'ws://127.0.0.1:9';

const connections = new Set<WebSocket>();
let isAway = false;

/** A WebSocket that can be cut off from the server. */
class CutWebSocket extends WebSocket {
  constructor(url: string, protocol: string) {
    super(isAway ? unreachableUrl : url, protocol);
    connections.add(this);
  }
}

beforeEach(() => {
  isAway = false;
  connections.clear();
  vi.stubGlobal('WebSocket', CutWebSocket);
});
afterEach(() => void vi.unstubAllGlobals());

const setStage = (): SignallingStage => ({
  create: (account, iceServers, listener) =>
    createJssipSignalling(account, iceServers, listener, {
      createId: () => crypto.randomUUID(),
      instanceId: crypto.randomUUID(),
      logger: silentLogger,
    }),
  serverUrl: inject('exchangeUrl'),
  unreachableUrl,
  goAway() {
    isAway = true;
    for (const connection of connections) connection.close();
  },
  comeBack() {
    isAway = false;
  },
  openMicrophone() {
    const oscillator = new OscillatorNode(context);
    const destination = new MediaStreamAudioDestinationNode(context);
    oscillator.connect(destination);
    oscillator.start();
    return toAudioSource(destination.stream);
  },
});

describeSignallingContract(setStage);
describeSubscriptionContract(setStage);
