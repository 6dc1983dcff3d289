import type { RTCSession } from 'jssip/lib/RTCSession';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSerialQueue } from '#core/shared/serial-queue.ts';
import type { LiveSession } from './live-session.ts';
import { recoverMedia } from './media-recovery.ts';

/** An established session whose network and peer are the test. */
function openSession(direction: 'incoming' | 'outgoing' = 'outgoing', state = 'connected') {
  const told: string[] = [];
  const connection = Object.assign(new EventTarget(), {
    iceConnectionState: 'new',
    connectionState: 'new',
    signalingState: 'stable',
  });
  let isReachable = true;
  let agree = () => {};
  const session = {
    direction,
    connection,
    isEnded: () => told.includes('gave up'),
    isReadyToReOffer: () => true,
    renegotiate(options: { readonly rtcOfferConstraints: RTCOfferOptions }, done: () => void) {
      if (options.rtcOfferConstraints.iceRestart === true) told.push('restart');
      agree = done;
      return true;
    },
  };
  const live: LiveSession = {
    session: session as unknown as RTCSession,
    ended: new Promise(() => undefined),
    inTurn: createSerialQueue(),
    endOffer: null,
  };
  const recovery = recoverMedia(live, {
    isReachable: () => isReachable,
    onLost: () => told.push('lost'),
    onConnected: () => told.push('connected'),
    giveUp: () => told.push('gave up'),
  });
  const become = (ice: string, whole = ice) => {
    connection.iceConnectionState = ice;
    connection.connectionState = whole;
    connection.dispatchEvent(new Event('iceconnectionstatechange'));
    connection.dispatchEvent(new Event('connectionstatechange'));
  };
  become(state);
  // That it is through is where most stories begin.
  told.length = 0;
  return {
    told,
    recovery,
    become,
    agree: () => agree(),
    refuse: () => live.endOffer?.('refused'),
    collide: () => live.endOffer?.('collided'),
    setReachable: (reachable: boolean) => {
      isReachable = reachable;
      if (reachable) recovery.onReachable();
    },
  };
}

const pass = (durationMs: number) => vi.advanceTimersByTimeAsync(durationMs);

describe('recoverMedia', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  it('restarts ICE when packets come through no more, until they do', async () => {
    const { told, become, agree } = openSession();
    become('disconnected');
    await pass(500);
    expect(told).toEqual(['lost', 'restart']);
    agree();
    await pass(5000);
    expect(told).toEqual(['lost', 'restart', 'restart']);
    agree();
    become('connected');
    await pass(60_000);
    expect(told).toEqual(['lost', 'restart', 'restart', 'connected']);
  });

  it('leaves alone what comes back by itself', async () => {
    const { told, become } = openSession();
    become('disconnected');
    await pass(400);
    become('connected');
    await pass(60_000);
    expect(told).toEqual(['lost', 'connected']);
  });

  it('tells when packets come through, each time once', () => {
    const { told, become } = openSession('outgoing', 'checking');
    become('connected', 'connecting');
    expect(told).toEqual([]);
    become('connected');
    become('completed', 'connected');
    expect(told).toEqual(['connected']);
    become('disconnected');
    become('connected');
    expect(told).toEqual(['connected', 'lost', 'connected']);
  });

  it('lets the caller go first', async () => {
    const { told, become } = openSession('incoming');
    become('disconnected');
    await pass(2400);
    expect(told).toEqual(['lost']);
    await pass(100);
    expect(told).toEqual(['lost', 'restart']);
  });

  it('waits for a server that is gone as well, and goes first then', async () => {
    const { told, become, setReachable } = openSession('incoming');
    setReachable(false);
    become('failed');
    await pass(20_000);
    expect(told).toEqual(['lost']);
    setReachable(true);
    await pass(999);
    expect(told).toEqual(['lost']);
    await pass(1);
    expect(told).toEqual(['lost', 'restart']);
  });

  it('bears a refusal while ICE has not failed, and takes one for the end when it has', async () => {
    const { told, become, refuse } = openSession();
    become('disconnected');
    await pass(500);
    refuse();
    await pass(4999);
    expect(told).toEqual(['lost', 'restart']);
    become('failed');
    await pass(1);
    refuse();
    await pass(0);
    expect(told).toEqual(['lost', 'restart', 'restart', 'gave up']);
  });

  it('takes a refusal for the end once the loss lasts, although the browser never says that ICE has failed', async () => {
    const { told, become, refuse } = openSession();
    become('disconnected');
    for (const pauseMs of [500, 5000, 5000]) {
      await pass(pauseMs);
      refuse();
    }
    await pass(4999);
    expect(told).toEqual(['lost', 'restart', 'restart', 'restart']);
    await pass(1);
    refuse();
    await pass(0);
    expect(told).toEqual(['lost', 'restart', 'restart', 'restart', 'restart', 'gave up']);
  });

  it.each(['disconnected', 'failed'])(
    'asks again when offers collide, however often, while ICE says %s',
    async (state) => {
      const { told, become, collide, agree } = openSession();
      become(state);
      await pass(500);
      // Each is tried a second time, some seconds later, before it counts as refused with 491.
      for (let offers = 1; offers <= 10; offers += 1) {
        expect(told).toEqual(['lost', ...Array.from({ length: offers }, () => 'restart')]);
        collide();
        await pass(5000);
      }
      agree();
      become('connected');
      await pass(60_000);
      expect(told.at(-1)).toBe('connected');
    },
  );

  it('bears a refusal that comes when sound is back, however long it was away', async () => {
    const { told, become, refuse, setReachable } = openSession();
    setReachable(false);
    become('disconnected');
    await pass(20_000);
    setReachable(true);
    await pass(1000);
    become('connected');
    refuse();
    await pass(60_000);
    expect(told).toEqual(['lost', 'restart', 'connected']);
  });

  it('knows a lost DTLS connection where ICE says nothing', async () => {
    const { told, become } = openSession();
    become('connected', 'failed');
    await pass(500);
    expect(told).toEqual(['lost', 'restart']);
  });

  it('gives up after a minute', async () => {
    const { told, become, setReachable } = openSession();
    setReachable(false);
    become('failed');
    await pass(59_000);
    expect(told).toEqual(['lost']);
    await pass(7000);
    expect(told).toEqual(['lost', 'gave up']);
  });

  it('gives up at once what never got through', () => {
    const { told, become } = openSession('outgoing', 'checking');
    become('failed');
    expect(told).toEqual(['gave up']);
  });

  it('makes up for a refresh that did not get through, once the server is back', async () => {
    const { told, recovery, setReachable, agree } = openSession();
    setReachable(false);
    recovery.askForRefresh();
    await pass(30_000);
    expect(told).toEqual([]);
    setReachable(true);
    await pass(1000);
    agree();
    await pass(60_000);
    expect(told).toEqual(['restart']);
  });
});
