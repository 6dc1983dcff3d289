import type { PhoneErrorDetail } from '../errors/phone-error.ts';
import { isAudioFlowing } from '../media/audio-direction.ts';
import type { Clock } from '../shared/clock.ts';
import type { CallId, SessionId } from '../shared/ids.ts';
import type { Logger } from '../shared/logger.ts';
import { createStore } from '../shared/store.ts';
import type { ReadonlyStore } from '../shared/store.ts';
import type { CallEnd } from './call-end.ts';
import type { CallInfo } from './call-info.ts';
import type { FinalCallState, LiveCallState } from './call-state.ts';
import type { CallRecords } from './call-store-changes.ts';
import { addOutgoing, endCallRecord, forgetIncoming, noCalls, replaceCall } from './call-store-changes.ts';
import { finishCall, moveCall } from './call-transition.ts';
import type { CallStatusInfo, ClientEvent, EventPriority } from './client-event.ts';

/** The state of all calls with its one way to change it: every change of a call's state is written here and reported once. */
export interface CallLedger {
  readonly store: ReadonlyStore<CallRecords>;
  /** The live call with this id. */
  readonly liveCall: (callId: CallId) => CallInfo | null;
  /** The live call of this session. */
  readonly callOf: (sessionId: SessionId) => CallInfo | null;
  /** Writes what is no change of a call's state. */
  readonly update: (change: (records: CallRecords) => CallRecords) => void;
  /** Writes a call that has just begun, without a session, and reports its first state. */
  readonly begin: (call: CallInfo, reason: string) => void;
  /** Moves a live call on and reports it; an illegal move is logged and left out. False when the state stays. */
  readonly move: (call: CallInfo, to: LiveCallState, report: MoveReport) => boolean;
  /** Ends a live call and reports it. */
  readonly finish: (call: CallInfo, report: FinishReport) => void;
}

/** What goes with a move. */
export interface MoveReport {
  readonly reason: string | null;
  readonly priority?: EventPriority;
}

/** What goes with an end. `eventReason` is the end's own reason unless it is given. */
export interface FinishReport {
  readonly state: FinalCallState;
  readonly end: CallEnd;
  readonly eventReason?: string | null;
  readonly error?: PhoneErrorDetail;
}

/** Creates the ledger; `emit` gets an event after the store shows what it tells. */
export function createCallLedger(deps: {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly historyLimit: number;
  readonly emit: (event: ClientEvent) => void;
}): CallLedger {
  const { clock, logger, emit } = deps;
  const store = createStore(noCalls(deps.historyLimit));
  const liveCall = (callId: CallId): CallInfo | null => store.getState().liveCalls.get(callId) ?? null;

  const report = (status: Omit<CallStatusInfo, 'timestamp'>, priority: EventPriority): void =>
    emit({ kind: 'CallStateChanged', ...status, timestamp: clock.nowMs(), priority });

  /** What else is news at the end comes before it: the final state is the last that is heard of a call. */
  const tellLast = (call: CallInfo, error: PhoneErrorDetail | undefined): void => {
    const { callId } = call;
    if (isAudioFlowing(call.audioDirection)) {
      const mediaType = { kind: 'AudioStopped' } as const;
      emit({ kind: 'MediaEvent', callId, mediaType, timestamp: clock.nowMs(), priority: 'Normal' });
    }
    if (error !== undefined) emit({ kind: 'ClientError', callId, error, priority: 'High' });
  };

  return {
    store,
    liveCall,
    callOf(sessionId) {
      const callId = store.getState().callMapping.get(sessionId);
      return callId === undefined ? null : liveCall(callId);
    },
    update: store.setState,
    begin(call, reason) {
      store.setState((records) => addOutgoing(records, call));
      report({ callId: call.callId, newState: call.state, previousState: null, reason }, 'Normal');
    },
    move(call, to, { reason, priority = 'Normal' }) {
      const moved = moveCall(call, to, clock.nowMs());
      if (moved === null) {
        logger.warn('A call cannot go into this state.', { callId: call.callId, from: call.state, to });
        return false;
      }
      if (moved === call) return false;
      // Whoever moved it, a call that moves waits for no decision any more.
      store.setState((records) => forgetIncoming(replaceCall(records, moved), call.callId));
      report({ callId: call.callId, newState: to, previousState: call.state, reason }, priority);
      return true;
    },
    finish(call, { state, end, eventReason = end.reason, error }) {
      const finished = finishCall(call, state, end, clock.nowMs());
      if (finished === null) return;
      const kept = error === undefined ? finished : { ...finished, error };
      store.setState((records) => endCallRecord(records, kept));
      tellLast(call, error);
      report(
        { callId: call.callId, newState: state, previousState: call.state, reason: eventReason },
        'Normal',
      );
    },
  };
}
