import type { CallState } from '#core/call/call-state.ts';
import { callStates } from '#core/call/call-transition.ts';
import { countCalls, ringingCalls } from '#core/call/statistics.ts';
import type { CallStats } from '#core/call/statistics.ts';
import { bringCall, createBench, firstCall, firstSession, incomingSession } from './call-bench.ts';
import type { ClientCallHandler } from '#core/call/call-handler.ts';

type StatisticsInput =
  | { readonly calls: readonly { readonly state: CallState }[] | 'any' }
  | { readonly ops: readonly string[] }
  | CallStats;

const operations: Readonly<Record<string, (handler: ClientCallHandler) => unknown>> = {
  incoming: (handler) => bringCall(handler, { state: 'IncomingPending' }),
  'incoming:Accept': (handler) => {
    handler.setEventHandler({ onIncomingCall: () => ({ kind: 'accept' }) });
    return handler.onIncomingCall(incomingSession(firstSession));
  },
  make_call: (handler) => bringCall(handler, { state: 'Initiating' }),
  answer: (handler) => handler.answerCall(firstCall),
  established: (handler) =>
    handler.onCallEstablished({ sessionId: firstSession, state: 'Active' }, null, null),
  ended: (handler) =>
    handler.onCallEnded(
      { sessionId: firstSession, state: 'Terminated' },
      { cause: 'hung-up', initiator: 'remote', sipCode: null, reason: 'Terminated' },
    ),
  hangup: (handler) => handler.hangUpCall(firstCall),
};

export const statisticsAnswers = {
  async statistics(input: StatisticsInput) {
    if ('totalActiveCalls' in input) return { ringing: ringingCalls(input) };
    const handler = createBench();
    if ('ops' in input) {
      for (const name of input.ops) {
        const operation = operations[name];
        if (operation === undefined) throw new Error(`Unknown operation: ${name}`);
        await operation(handler);
      }
      return countCalls(handler.store.getState().callInfo.values());
    }
    const states = input.calls === 'any' ? callStates : input.calls.map(({ state }) => state);
    for (const state of states) bringCall(handler, { state });
    const counted = countCalls(handler.store.getState().callInfo.values());
    if (input.calls !== 'any') return counted;
    return counted.connectedCalls <= counted.totalCalls
      ? 'connectedCalls <= totalCalls'
      : 'connectedCalls > totalCalls';
  },
};
