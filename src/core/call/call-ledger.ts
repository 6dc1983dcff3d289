import type { PhoneErrorDetail } from '../errors/phone-error.ts';
import { isAudioFlowing } from '../media/audio-direction.ts';
import type { Clock } from '../shared/clock.ts';
import type { CallId, SessionId } from '../shared/ids.ts';
import type { Logger } from '../shared/logger.ts';
import type { ReadonlyStore } from '../shared/store.ts';
import type { CallEnd } from './call-end.ts';
import type { CallInfo } from './call-info.ts';
import type { FinalCallState, LiveCallState } from './call-state.ts';
import type { CallRecords } from './call-store-changes.ts';
import { addOutgoing, endCallRecord, forgetIncoming, noCalls, replaceCall } from './call-store-changes.ts';
import { finishCall, moveCall } from './call-transition.ts';
import type { CallStatusInfo, ClientEvent, EventPriority } from './client-event.ts';
import type { TellNews } from './news-queue.ts';
import { createToldStore } from './told-store.ts';

/** The state of all calls with its one way to change it: every change of a call's state is written here and reported once. */
export interface CallLedger {
  readonly store: ReadonlyStore<CallRecords>;
  /** The live call with this id. */
  readonly liveCall: (callId: CallId) => CallInfo | null;
  /** The live call of this session. */
  readonly callOf: (sessionId: SessionId) => CallInfo | null;
  /**
   * Writes what is no change of a call's state, and tells of it. A listener may change anything meanwhile: what was read
   * of the calls before is old afterwards.
   */
  readonly update: (change: (records: CallRecords) => CallRecords, ...events: ClientEvent[]) => void;
  /** The same, for one live call. */
  readonly replace: (call: CallInfo, ...events: ClientEvent[]) => void;
  /** Tells what changes nothing that is kept. */
  readonly tell: (event: ClientEvent) => void;
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

/**
 * Creates the ledger. A change is written, and told with its events in one piece: no listener can put its own in between.
 */
export function createCallLedger(deps: {
  readonly clock: Clock;
  readonly logger: Logger;
  readonly historyLimit: number;
  readonly tell: TellNews;
  readonly deliver: (event: ClientEvent) => void;
}): CallLedger {
  const { clock, logger, historyLimit, tell, deliver } = deps;
  // The call that ended last is kept in any case: its end is read from the history.
  const store = createToldStore(noCalls(Math.max(1, historyLimit)), (error) =>
    logger.error('A listener of the calls failed.', { error }),
  );
  const liveCall = (callId: CallId): CallInfo | null => store.getState().liveCalls.get(callId) ?? null;

  const update: CallLedger['update'] = (change, ...events) => {
    const tellStore = store.write(change(store.getState()));
    tell(tellStore, ...events.map((event) => () => deliver(event)));
  };

  const changed = (
    status: Omit<CallStatusInfo, 'timestamp'>,
    priority: EventPriority = 'Normal',
  ): ClientEvent => ({ kind: 'CallStateChanged', ...status, timestamp: clock.nowMs(), priority });

  /** What else is news at the end comes before it: the final state is the last that is heard of a call. */
  const lastNews = (
    { callId, audioDirection }: CallInfo,
    error: PhoneErrorDetail | undefined,
  ): ClientEvent[] => {
    const news: ClientEvent[] = [];
    const timestamp = clock.nowMs();
    if (isAudioFlowing(audioDirection)) {
      const mediaType = { kind: 'AudioStopped' } as const;
      news.push({ kind: 'MediaEvent', callId, mediaType, timestamp, priority: 'Normal' });
    }
    if (audioDirection !== null) {
      const mediaType = { kind: 'MediaSessionStopped' } as const;
      news.push({ kind: 'MediaEvent', callId, mediaType, timestamp, priority: 'Low' });
    }
    if (error !== undefined) news.push({ kind: 'ClientError', callId, error, priority: 'High' });
    return news;
  };

  return {
    store,
    liveCall,
    callOf(sessionId) {
      const callId = store.getState().callMapping.get(sessionId);
      return callId === undefined ? null : liveCall(callId);
    },
    update,
    tell: (event) => tell(() => deliver(event)),
    replace: (call, ...events) => update((records) => replaceCall(records, call), ...events),
    begin(call, reason) {
      update(
        (records) => addOutgoing(records, call),
        changed({ callId: call.callId, newState: call.state, previousState: null, reason }),
      );
    },
    move(call, to, { reason, priority }) {
      const moved = moveCall(call, to, clock.nowMs());
      if (moved === null) {
        logger.warn('A call cannot go into this state.', { callId: call.callId, from: call.state, to });
        return false;
      }
      if (moved === call) return false;
      // Whoever moved it, a call that moves waits for no decision any more.
      update(
        (records) => forgetIncoming(replaceCall(records, moved), call.callId),
        changed({ callId: call.callId, newState: to, previousState: call.state, reason }, priority),
      );
      return true;
    },
    finish(call, { state, end, eventReason = end.reason, error }) {
      const finished = finishCall(call, state, end, clock.nowMs());
      if (finished === null) return;
      const kept = error === undefined ? finished : { ...finished, error };
      update(
        (records) => endCallRecord(records, kept),
        ...lastNews(call, error),
        changed({ callId: call.callId, newState: state, previousState: call.state, reason: eventReason }),
      );
    },
  };
}
