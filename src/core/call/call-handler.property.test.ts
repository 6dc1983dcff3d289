import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { overreachOf } from '#testing/call-overreach.ts';
import { createWorld, happen, happenings, type World } from '#testing/call-world.ts';
import { recountCalls } from '#testing/recount-calls.ts';
import { isTalking } from './capabilities.ts';
import { isTerminated } from './call-state.ts';
import { countCalls } from './statistics.ts';

const happening = fc.tuple(fc.constantFrom(...happenings), fc.nat(3), fc.nat(3), fc.nat(8));

/** What connects a call in each of the sessions, so that most sequences have something to control. */
const beginnings = [0, 1, 2].map((session) =>
  (['register', 'attach', 'accepted', 'confirmed'] as const).map((name) => [name, 0, session, 0] as const),
);

/** What of the promises is not kept; empty when all are. */
function faultsOf(world: World): readonly string[] {
  const { handler, conference, mixed, states, finalEvents, ended, attached, untrue } = world;
  const { callInfo, liveCalls, callMapping, sessionMapping, incomingCalls } = handler.store.getState();
  const members = conference.members.getState();
  const live = [...states].flatMap(([callId, state]) => (isTerminated(state) ? [] : [callId]));
  const mapped = live.filter((callId) => attached.has(callId));
  const kept = [...callInfo.values()];
  const keptStates = kept.map(({ callId }) => states.get(callId));
  const over = kept.filter(({ state }) => isTerminated(state));
  const revived = over.filter((call) => (ended.get(call.callId) ?? call) !== call);
  for (const call of over) ended.set(call.callId, call);

  const promises = {
    'what is told is true': untrue.length === 0,
    'the mappings are inverse': same(
      [...sessionMapping].map(([callId, sessionId]) => [sessionId, callId]),
      [...callMapping],
    ),
    'live calls are those that did not end': same([...liveCalls.keys()], live),
    'live calls with a session are the mapped ones': same([...callMapping.values()].sort(), mapped.sort()),
    'live calls are never dropped': live.every((callId) => callInfo.get(callId) === liveCalls.get(callId)),
    'states are the reported ones': kept.every(({ callId, state }) => states.get(callId) === state),
    'every end is reported once': [...states].every(
      ([callId, state]) => (finalEvents.get(callId) ?? 0) === (isTerminated(state) ? 1 : 0),
    ),
    'an ended call never changes': revived.length === 0,
    'an ended call says why': over.every(({ end, endedAt }) => end !== null && endedAt !== null),
    'incoming calls wait for a decision': [...incomingCalls.keys()].every(
      (callId) => liveCalls.get(callId)?.state === 'IncomingPending',
    ),
    'who is in the conference can be heard, and nobody is in one alone':
      members.size !== 1 &&
      [...liveCalls.values()].filter((call) => isTalking(call) && members.has(call.callId)).length ===
        members.size,
    'there is one mix for each of them': mixed().length === members.size,
    'statistics equal a recount': same(
      countCalls(callInfo.values()),
      recountCalls(kept, keptStates, live.length),
    ),
  };
  return Object.entries(promises).flatMap(([promise, isKept]) => (isKept ? [] : [promise]));
}

const same = (a: unknown, b: unknown): boolean => JSON.stringify(a) === JSON.stringify(b);

describe('client call handler', () => {
  it('stays sound whatever happens, in whatever order', async () => {
    const sequences = fc.record({
      historyLimit: fc.constantFrom(1, 3, 100),
      connectedCalls: fc.nat(3),
      sequence: fc.array(happening, { minLength: 5, maxLength: 50, size: 'max' }),
    });
    await fc.assert(
      fc.asyncProperty(sequences, async ({ historyLimit, connectedCalls, sequence }) => {
        const world = createWorld(historyLimit);
        for (const each of [...beginnings.slice(0, connectedCalls).flat(), ...sequence]) {
          const before = world.handler.store.getState().callInfo;
          happen(world, each);
          // What the application answered reaches the handler a few microtasks later.
          for (let tick = 0; tick < 4; tick += 1) await Promise.resolve();
          const after = world.handler.store.getState().callInfo;
          expect([...overreachOf(before, after), ...faultsOf(world)]).toEqual([]);
        }
      }),
      { numRuns: 10_000 },
    );
  }, 300_000);
});
