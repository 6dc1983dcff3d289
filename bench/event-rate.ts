import { createClientCallHandler } from '#core/call/call-handler.ts';
import { applySessionEvent } from '#core/call/session-events.ts';
import { asSessionId } from '#core/shared/ids.ts';
import { silentLogger } from '#core/shared/logger.ts';
import { medianOf, summarise } from './statistics.ts';

const historySizes = [10, 1_000, 10_000];
/** As many calls as the longest history holds, so that each round pays for all that the history costs now and then. */
const callsPerRound = 10_000;
const rounds = 9;

/** A handler whose history is full, and what one round of calls through it costs. */
function createSubject(historyLimit: number) {
  let ids = 0;
  let events = 0;
  const handler = createClientCallHandler({
    clock: { nowMs: Date.now, setTimer: () => () => undefined },
    createId: () => `call-${(ids += 1)}`,
    logger: silentLogger,
    historyLimit,
  });
  handler.subscribe(() => (events += 1));
  handler.setEventHandler({
    onIncomingCall: () => ({ kind: 'ignore' }),
    onCallStateChanged: () => undefined,
  });

  const placeCall = (): void => {
    const callId = handler.registerOutgoingCall({
      targetUri: 'sip:bob@example.com',
      localUri: 'sip:alice@example.com',
    });
    const sessionId = asSessionId(`session of ${callId}`);
    handler.attachSession(callId, sessionId, 'call-id@example.com');
    applySessionEvent(handler, sessionId, { kind: 'progressed', sipCode: 180, reason: 'Ringing' });
    applySessionEvent(handler, sessionId, { kind: 'accepted', localSdp: null, remoteSdp: null });
    applySessionEvent(handler, sessionId, { kind: 'confirmed' });
    applySessionEvent(handler, sessionId, {
      kind: 'ended',
      confirmed: true,
      state: 'Terminated',
      end: { cause: 'hung-up', initiator: 'remote', sipCode: null, reason: 'Terminated' },
    });
  };

  const measureRound = () => {
    const before = events;
    const start = performance.now();
    for (let call = 0; call < callsPerRound; call += 1) placeCall();
    const elapsedMs = performance.now() - start;
    const told = events - before;
    return { eventsPerSecond: (told / elapsedMs) * 1000, microsecondsPerEvent: (elapsedMs * 1000) / told };
  };

  for (let call = 0; call < historyLimit; call += 1) placeCall();
  return { historyLimit, measureRound };
}

/**
 * Events through the handler per second, from the stack's reports to a subscriber and the event handler, with so many
 * calls in the history. The histories are taken in turn; `costBesideTheShortest` compares with the shortest, round by round.
 */
export function measureEvents() {
  const subjects = historySizes.map(createSubject);
  const figures = subjects.map((): ReturnType<(typeof subjects)[number]['measureRound']>[] => []);
  for (let round = -1; round < rounds; round += 1) {
    subjects.forEach(({ measureRound }, index) => {
      const figure = measureRound();
      if (round >= 0) figures[index]?.push(figure);
    });
  }
  const [shortest = []] = figures;
  return Object.fromEntries(
    subjects.map(({ historyLimit }, index) => {
      const own = figures[index] ?? [];
      const ratios = own.map(
        ({ microsecondsPerEvent }, round) =>
          microsecondsPerEvent / (shortest[round]?.microsecondsPerEvent ?? Number.NaN),
      );
      return [
        `${historyLimit} calls in the history`,
        {
          eventsPerSecond: summarise(own.map(({ eventsPerSecond }) => Math.round(eventsPerSecond))),
          microsecondsPerEvent: summarise(own.map(({ microsecondsPerEvent }) => microsecondsPerEvent)),
          costBesideTheShortest: Math.round(medianOf(ratios) * 100) / 100,
        },
      ];
    }),
  );
}
