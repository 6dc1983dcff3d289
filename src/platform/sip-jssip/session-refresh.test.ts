import type { RTCSession } from 'jssip/lib/RTCSession';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSerialQueue } from '#core/shared/serial-queue.ts';
import type { LiveSession } from './live-session.ts';
import { refreshAsAllowed, refreshInTurn } from './session-refresh.ts';

interface Handlers {
  readonly succeeded: () => void;
  readonly failed: () => void;
}

/** A session of 90 seconds as JsSIP has it. */
function openSession({ refresher = true, refreshMethod = 'UPDATE' } = {}) {
  const sent: string[] = [];
  const answers: Handlers[] = [];
  const onUnreachable = vi.fn<() => void>();
  const jssip = {
    _sessionTimers: { refresher, refreshMethod, currentExpires: 90, timer: null },
    _runSessionTimer: () => undefined,
    _sendUpdate: ({ eventHandlers }: { readonly eventHandlers: Handlers }) => {
      sent.push('UPDATE');
      answers.push(eventHandlers);
    },
    renegotiate: (_options: object, done: () => void) => {
      sent.push('INVITE');
      answers.push({ succeeded: done, failed: () => live.endOffer?.('refused') });
      return true;
    },
    connection: { signalingState: 'stable' },
    isEnded: () => false,
    isReadyToReOffer: () => true,
  };
  const live: LiveSession = {
    session: jssip as unknown as RTCSession,
    ended: new Promise(() => undefined),
    inTurn: createSerialQueue(),
    endOffer: null,
  };
  refreshInTurn(live, onUnreachable);
  (Reflect.get(jssip, '_runSessionTimer') as () => void)();
  return { live, sent, answers, onUnreachable };
}

describe('refreshInTurn', () => {
  beforeEach(() => {
    vi.useFakeTimers();
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it.each(['UPDATE', 'INVITE'])('sends %s when half of the time is over', async (refreshMethod) => {
    const { sent } = openSession({ refreshMethod });
    await vi.advanceTimersByTimeAsync(44_900);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(200);
    expect(sent).toEqual([refreshMethod]);
  });

  it('leaves it to a peer who refreshes', async () => {
    const { sent } = openSession({ refresher: false });
    await vi.advanceTimersByTimeAsync(90_000);
    expect(sent).toEqual([]);
  });

  it('waits for what is under way, and lets what comes later wait', async () => {
    const { live, sent, answers } = openSession();
    let agree = (): void => undefined;
    void live.inTurn(
      () =>
        new Promise<void>((resolve) => {
          agree = resolve;
        }),
    );
    await vi.advanceTimersByTimeAsync(60_000);
    expect(sent).toEqual([]);
    agree();
    await vi.advanceTimersByTimeAsync(0);
    void live.inTurn(() => Promise.resolve(sent.push('hold')));
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toEqual(['UPDATE']);
    answers[0]?.succeeded();
    await vi.advanceTimersByTimeAsync(0);
    expect(sent).toEqual(['UPDATE', 'hold']);
  });

  it('tells that it did not get through, and lets the next have its turn where the peer does not agree', async () => {
    const { live, answers, onUnreachable } = openSession();
    await vi.advanceTimersByTimeAsync(46_000);
    answers[0]?.failed();
    await live.inTurn(() => Promise.resolve());
    expect(onUnreachable).not.toHaveBeenCalled();

    const other = openSession();
    await vi.advanceTimersByTimeAsync(46_000);
    other.live.endOffer?.('unreachable');
    await other.live.inTurn(() => Promise.resolve());
    expect(other.onUnreachable).toHaveBeenCalledTimes(1);
  });
});

describe('refreshAsAllowed', () => {
  it.each([
    [undefined, 'UPDATE'],
    ['INVITE, ACK, BYE, UPDATE', 'UPDATE'],
    ['INVITE, ACK, BYE', 'INVITE'],
  ])('a peer that allows %s is refreshed by %s', (allow, refreshMethod) => {
    const session = { _sessionTimers: { refreshMethod: 'UPDATE' } };
    refreshAsAllowed(session as unknown as RTCSession, allow);
    expect(session).toEqual({ _sessionTimers: { refreshMethod } });
  });
});
