import type { RTCSession } from 'jssip/lib/RTCSession';
import { describe, expect, it } from 'vitest';
import { createSerialQueue } from '#core/shared/serial-queue.ts';
import type { LiveSession } from './live-session.ts';
import { surviveTrials } from './session-survival.ts';

/** A session that JsSIP would end. */
function openSession({ isEstablished = true, ice = 'connected' } = {}) {
  const told: unknown[] = [];
  const session = {
    connection: { iceConnectionState: ice },
    isEstablished: () => isEstablished,
    terminate: (options?: object) => told.push(['ended', options]),
  };
  const live: LiveSession = {
    session: session as unknown as RTCSession,
    ended: new Promise(() => undefined),
    inTurn: createSerialQueue(),
    endOffer: null,
  };
  const end = surviveTrials(live, {
    onMediaLost: () => told.push('media lost'),
    onUnreachable: () => told.push('unreachable'),
  });
  return { live, told, end, terminate: (options?: object) => session.terminate(options) };
}

const connectionError = { cause: 'Connection Error', status_code: 500 };
const timeout = { cause: 'Request Timeout', status_code: 408, reason_phrase: 'Request Timeout' };
const mediaTimeout = { cause: 'RTP Timeout', status_code: 408 };

describe('surviveTrials', () => {
  it('bears what leaves the sound alone', () => {
    const { told, terminate } = openSession();
    terminate(connectionError);
    terminate(timeout);
    terminate(mediaTimeout);
    expect(told).toEqual(['unreachable', 'unreachable', 'media lost']);
  });

  it('tells an offer that is under way', () => {
    const { live, told, terminate } = openSession();
    live.endOffer = (outcome) => told.push(outcome);
    terminate({ cause: 'WebRTC Error', reason_phrase: 'Hold Failed' });
    terminate(connectionError);
    expect(told).toEqual(['refused', 'unreachable']);
  });

  it.each([
    ['by the person', {}],
    ['by a peer that knows no such call', { cause: 'Dialog Error', status_code: 500 }],
    ['by a time that is over', { ...timeout, reason_phrase: 'Session Timer Expired' }],
  ])('ends %s', (_by, options) => {
    const { told, terminate } = openSession();
    terminate(options);
    expect(told).toEqual([['ended', options]]);
  });

  it('ends what has not begun, what is silent and unanswered, and whatever it is told to', () => {
    for (const [opened, options] of [
      [openSession({ isEstablished: false }), connectionError],
      [openSession({ ice: 'disconnected' }), timeout],
    ] as const) {
      opened.terminate(options);
      expect(opened.told).toEqual([['ended', options]]);
    }
    const { told, end } = openSession();
    end(mediaTimeout);
    expect(told).toEqual([['ended', mediaTimeout]]);
  });
});
