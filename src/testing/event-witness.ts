import { isTerminated } from '#core/call/call-state.ts';
import { callIdOf } from '#core/call/client-event.ts';
import type { ClientEvent } from '#core/call/client-event.ts';
import type { CallId } from '#core/shared/ids.ts';

/** Notices what may not be said of a call: anything after its end, and what is so already. */
export function createEventWitness() {
  const over = new Set<CallId>();
  const known = new Map<string, unknown>();
  const untrue: ClientEvent[] = [];
  const isNew = (what: string, value: unknown, first: unknown): boolean => {
    const before = known.has(what) ? known.get(what) : first;
    known.set(what, value);
    return before !== value;
  };
  /** Of a transfer nothing is told before it is asked for, nor after it has come to something. */
  const isTransferOpen = (callId: CallId, isOver: boolean): boolean => {
    const isOpen = known.get(`${callId} transfer`) === 'open';
    if (isOver) known.set(`${callId} transfer`, 'over');
    return isOpen;
  };
  const isTrue = (event: ClientEvent): boolean => {
    if (event.kind === 'IncomingTransferRequest') known.set(`${event.callId} transfer`, 'open');
    if (event.kind === 'TransferProgress')
      return isTransferOpen(event.callId, event.status === 'Completed' || typeof event.status === 'object');
    if (event.kind !== 'MediaEvent') return true;
    const { callId, mediaType } = event;
    if (mediaType.kind === 'AudioStarted' || mediaType.kind === 'AudioStopped')
      return isNew(`${callId} flows`, mediaType.kind === 'AudioStarted', false);
    if (mediaType.kind === 'TransferInitiated') known.set(`${callId} transfer`, 'open');
    if (mediaType.kind === 'HoldStateChanged') return isNew(`${callId} held`, mediaType.onHold, false);
    if (mediaType.kind === 'RemoteHoldStateChanged') return isNew(`${callId} holds`, mediaType.onHold, false);
    return true;
  };
  const listen = (event: ClientEvent): void => {
    const callId = callIdOf(event);
    if ((callId !== null && over.has(callId)) || !isTrue(event)) untrue.push(event);
    if (event.kind === 'CallStateChanged' && isTerminated(event.newState)) {
      over.add(event.callId);
      if (known.get(`${event.callId} flows`) === true) untrue.push(event);
    }
  };
  return { untrue, listen };
}
