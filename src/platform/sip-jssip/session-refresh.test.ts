import type { RTCSession } from 'jssip/lib/RTCSession';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createSerialQueue } from '#core/shared/serial-queue.ts';
import type { LiveSession } from './live-session.ts';
import { refreshAsAllowed, refreshInTurn } from './session-refresh.ts';

interface Handlers {
  readonly succeeded: () => void;
  readonly failed: (response?: { readonly status_code: number }) => void;
}

/** A session of 90 seconds as JsSIP has it. */
function openSession({ refresher = true, refreshMethod = 'UPDATE', currentExpires = 90 } = {}) {
  const sent: string[] = [];
  const answers: Handlers[] = [];
  const onUnreachable = vi.fn<() => void>();
  const jssip = {
    _sessionTimers: { refresher, refreshMethod, currentExpires, timer: null as unknown },
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
  const begin = Reflect.get(jssip, '_runSessionTimer') as () => void;
  begin();
  return { live, sent, answers, begin, onUnreachable };
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

  it.each(['UPDATE', 'INVITE'])(
    'asks anew by %s at half of what is left while the peer does not agree, and gives up in time',
    async (refreshMethod) => {
      const startMs = performance.now();
      const { sent, answers } = openSession({ refreshMethod });
      for (const [atMs, count] of [
        [45_000, 1],
        [67_500, 2],
        [78_750, 3],
        [84_375, 4],
      ] as const) {
        await vi.advanceTimersByTimeAsync(startMs + atMs - performance.now() - 1);
        expect(sent).toHaveLength(count - 1);
        await vi.advanceTimersByTimeAsync(1);
        expect(sent).toHaveLength(count);
        answers.at(-1)?.failed({ status_code: 500 });
      }
      await vi.advanceTimersByTimeAsync(900_000);
      expect(sent).toHaveLength(4);
    },
  );

  it('asks no more where the session was refreshed meanwhile', async () => {
    const { live, sent, begin } = openSession();
    let agree = (): void => undefined;
    void live.inTurn(
      () =>
        new Promise<void>((resolve) => {
          agree = resolve;
        }),
    );
    await vi.advanceTimersByTimeAsync(50_000);
    begin();
    agree();
    await vi.advanceTimersByTimeAsync(44_000);
    expect(sent).toEqual([]);
    await vi.advanceTimersByTimeAsync(2000);
    expect(sent).toEqual(['UPDATE']);
  });

  it('lets a peer whose offer collides have the first turn', async () => {
    const { sent, answers } = openSession();
    await vi.advanceTimersByTimeAsync(45_000);
    answers[0]?.failed({ status_code: 491 });
    await vi.advanceTimersByTimeAsync(2000);
    expect(sent).toEqual(['UPDATE', 'UPDATE']);
  });

  it.each([405, 501])('refreshes by INVITE where UPDATE is answered with %i', async (status) => {
    const { sent, answers } = openSession();
    await vi.advanceTimersByTimeAsync(45_000);
    answers[0]?.failed({ status_code: status });
    await vi.advanceTimersByTimeAsync(23_000);
    expect(sent).toEqual(['UPDATE', 'INVITE']);
  });

  it('is not hurried by a time that no timer can run for', async () => {
    const { sent } = openSession({ currentExpires: 1e300 });
    await vi.advanceTimersByTimeAsync(3_600_000);
    expect(sent).toEqual([]);
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
