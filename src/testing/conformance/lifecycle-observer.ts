import type { ClientCallHandler } from '#core/call/call-handler.ts';
import type { CallInfo } from '#core/call/call-info.ts';
import type { ClientEventHandler } from '#core/call/client-event-handler.ts';
import type { ClientEvent } from '#core/call/client-event.ts';
import type { CallAction } from '#core/call/decision.ts';
import { firstCall, firstSession } from './call-bench.ts';
import { toSeedEvent } from './answers.ts';

/** Watches the first call of a handler from outside: its store, its subscribers and its event handler. */
export function observe(handler: ClientCallHandler) {
  const { store, subscribe } = handler;
  const broadcast: ClientEvent[] = [];
  const handlerEvents: ClientEvent[] = [];
  const order: string[] = [];
  const asked = { calls: 0 };
  const before = store.getState().callInfo.get(firstCall);
  let incomingStored: boolean | undefined;

  store.subscribe((state, previous) => {
    if (state.callMapping.size > previous.callMapping.size) order.push('mappings');
    if (state.incomingCalls.size > previous.incomingCalls.size) order.push('incomingStored');
    if (state.callInfo.size > previous.callInfo.size) order.push('callInfo');
  });
  subscribe((event) => {
    broadcast.push(event);
    if (event.kind !== 'IncomingCall') return;
    order.push('broadcast');
    incomingStored = handler.getIncomingCall(event.callId) !== null;
  });

  /** An application that answers every call in the same way. */
  const application = (action: CallAction): ClientEventHandler => ({
    onIncomingCall: () => {
      asked.calls += 1;
      order.push('handler');
      return action;
    },
    onCallStateChanged: (event) => handlerEvents.push(event),
  });

  const report = () => {
    const { callInfo, callMapping, sessionMapping } = store.getState();
    const call = callInfo.get(firstCall);
    const incoming = broadcast.find((event) => event.kind === 'IncomingCall');
    return {
      broadcast: broadcast.map(toSeedEvent),
      handlerEvents: handlerEvents.map(toSeedEvent),
      handlerEventsCount: handlerEvents.length,
      handlerCalls: asked.calls,
      order,
      incomingStored,
      mapped: callMapping.get(firstSession) === firstCall && sessionMapping.get(firstCall) === firstSession,
      callInfo: call === undefined ? null : { ...call, ...wordsOf(call) },
      callInfoKept: call !== undefined,
      isOnHold: call?.onHold,
      isMicrophoneMuted: call?.microphoneMuted,
      incomingCallInfo: incoming && {
        ...incoming,
        callIdSameAsCallInfo: incoming.callId === call?.callId,
      },
    };
  };

  return { before, order, application, report };
}

/** Why the call ended in our words, under the two names that the seed has for it. */
const wordsOf = ({ end }: CallInfo) => ({ rejectionReason: end?.reason, hangupReason: end?.reason });
