import type { RTCSession } from 'jssip/lib/RTCSession';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSerialQueue } from '#core/shared/serial-queue.ts';
import type { SessionEvent } from '#core/signalling/session.ts';
import type { LiveSession } from './live-session.ts';
import { refer, sendDigits } from './session-commands.ts';

const liveWith = (session: object): LiveSession => ({
  session: session as unknown as RTCSession,
  ended: new Promise(() => undefined),
  inTurn: createSerialQueue(),
  endOffer: null,
});

describe('refer', () => {
  beforeEach(() => void vi.useFakeTimers());
  afterEach(() => void vi.useRealTimers());

  /** A transfer that the peer has taken on; it tells what the test says. */
  async function openTransfer() {
    const listeners: (readonly [string, (data: object) => void])[] = [];
    const subscription = {
      on: (name: string, listener: (data: object) => void) => listeners.push([name, listener]),
    };
    const events: SessionEvent[] = [];
    const accepted = refer(
      liveWith({ refer: () => subscription }),
      'sip:carol@example.com',
      undefined,
      (event) => events.push(event),
    );
    const tell = (name: string, data = {}) => {
      for (const [heard, listener] of listeners) if (heard === name) listener(data);
    };
    tell('requestSucceeded');
    await accepted;
    const statuses = () =>
      events.map((event) => (event.kind === 'transferProgressed' ? event.status : event.kind));
    return { tell, statuses };
  }

  it('has failed when the peer says nothing of it for 90 seconds', async () => {
    const { tell, statuses } = await openTransfer();
    vi.advanceTimersByTime(89_000);
    tell('progress');
    vi.advanceTimersByTime(89_999);
    expect(statuses()).toEqual(['Accepted', 'Ringing']);
    vi.advanceTimersByTime(1);
    expect(statuses().at(-1)).toEqual({ Failed: '408 Request Timeout' });
  });

  it('is over when the peer says so', async () => {
    const { tell, statuses } = await openTransfer();
    tell('accepted');
    vi.advanceTimersByTime(100_000);
    expect(statuses()).toEqual(['Accepted', 'Completed']);
  });
});

describe('sendDigits', () => {
  it.each(['disconnected', 'failed'])(
    'keeps nobody waiting in a call that is %s',
    async (connectionState) => {
      const connection = Object.assign(new EventTarget(), { connectionState });
      const live = liveWith({ connection, isEnded: () => false });
      await expect(sendDigits(live, '1')).rejects.toThrow('call/not-possible-now');
    },
  );
});
