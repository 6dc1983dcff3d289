import type { PhoneErrorDetail } from '../errors/phone-error.ts';
import {
  extractCallId,
  extractDisplayName,
  extractDisplayNameFromHeader,
  extractSubject,
} from '../identity/display-name.ts';
import type { IdentityPolicy } from '../identity/caller-identity.ts';
import type { Clock } from '../shared/clock.ts';
import type { CallId, CreateId, SessionId } from '../shared/ids.ts';
import type { Logger } from '../shared/logger.ts';
import type { ReadonlyStore } from '../shared/store.ts';
import type { IncomingSession, SessionState } from '../signalling/session.ts';
import { createCallCommands } from './call-commands.ts';
import type { CallEnd } from './call-end.ts';
import type { ReceivedHeaders } from './call-info.ts';
import { createCallLedger } from './call-ledger.ts';
import type { CallState } from './call-state.ts';
import type { CallStoreState } from './call-store.ts';
import { dispatchEvent } from './client-event-handler.ts';
import type { ClientEventHandler } from './client-event-handler.ts';
import type { ClientEvent } from './client-event.ts';
import type { CallDecision } from './decision.ts';
import { createEventEmitter } from './event-emitter.ts';
import type { EventFilter } from './event-filter.ts';
import { createIncomingCalls } from './incoming-calls.ts';
import { createMediaReports } from './media-reports.ts';
import type { MediaReports } from './media-reports.ts';
import type { OutgoingCall } from './new-call.ts';
import { createNewsQueue } from './news-queue.ts';
import { createSessionReports } from './session-reports.ts';
import { mapSessionStateToClientState } from './session-state.ts';
import { createTransferReports } from './transfer-reports.ts';
import type { TransferReports } from './transfer-reports.ts';

/** A session as the stack reports it. Source: seed 1, session-core's `CallSession`. */
export interface CallSession {
  readonly sessionId: SessionId;
  readonly state: SessionState;
}

/** Tells the stack that client-core knows of the end that is under way. Source: seed 1, session-core's event of that name. */
export interface CleanupConfirmation {
  readonly sessionId: SessionId;
  readonly layer: 'Client';
}

/**
 * The one book of calls: it binds the stack's sessions to calls, keeps what is known of each call, and reports what
 * happens to them. Source: seed 1, `ClientCallHandler`, without its faults B1–B25.
 *
 * What the stack reports (`on…`, `update…`) never throws: a session or call that is unknown is ignored, a change that
 * the call's state does not allow is logged and ignored. A call that ended never comes back, and its end is reported
 * once. A change goes to the store's listeners first, its events then to the subscribers, and to the event handler. What
 * one of them throws breaks nobody, and what one of them does is told after everyone has heard of its cause.
 */
export interface ClientCallHandler extends MediaReports, TransferReports {
  /** All calls, in read-only maps. The handler is the one writer. */
  readonly store: ReadonlyStore<CallStoreState>;

  /** Replaces the application's handler; null takes it away, and incoming calls are then refused. */
  readonly setEventHandler: (handler: ClientEventHandler | null) => void;
  /** Calls `listener` for every event that the filter lets through, until the returned function is called. */
  readonly subscribe: (listener: (event: ClientEvent) => void, filter?: EventFilter) => () => boolean;
  /** Reports what is no news of a call: the account's registration, the network, a failure. */
  readonly publish: (event: ClientEvent) => void;

  /** The caller's name, from a URI (name-addr or addr-spec), else from From; as received. Null when there is none. */
  readonly extractDisplayName: (uri: string, headers: ReceivedHeaders) => string | null;
  /** The name in the value of a From or To header. */
  readonly extractDisplayNameFromHeader: (header: string) => string | null;
  /** The Subject (RFC 3261 §20.36), in its long or compact form. Null when it is missing or blank. */
  readonly extractSubject: (headers: ReceivedHeaders) => string | null;
  /** The Call-ID (RFC 3261 §20.8), in its long or compact form. Null when it is missing or blank. */
  readonly extractCallId: (headers: ReceivedHeaders) => string | null;
  /** The call state that a session state means; total. */
  readonly mapSessionStateToClientState: (state: SessionState) => CallState;

  /** Keeps an incoming call until it is decided. Ignored unless the call is `IncomingPending`. */
  readonly storeIncomingCall: (callId: CallId, session: IncomingSession) => void;
  /** Null once the call is decided or over. */
  readonly getIncomingCall: (callId: CallId) => IncomingSession | null;

  /**
   * A session came in. The call is in the store when this returns; the promise never rejects and brings what to do with
   * the session. A call that was decided or ended while the application thought, and a handler that failed, bring
   * `defer`. A refusal or forwarding is only told: the end that the stack then reports ends the call.
   */
  readonly onIncomingCall: (session: IncomingSession) => Promise<CallDecision>;
  /**
   * A session came in that a rule of the person's turns away: the call is over in the same breath, and waits for nobody.
   * Whoever counts calls is told of it as of any other.
   */
  readonly turnAwayCall: (session: IncomingSession, end: CallEnd) => void;
  /** A provisional response: 180 is `Ringing`, the others are `Proceeding`. Ignored for incoming and for answered calls. */
  readonly onCallProgress: (sessionId: SessionId, sipCode: number, reason: string) => void;
  /** The session is in another state. Brings a confirmation when the end has begun by it, null otherwise. */
  readonly onCallStateChanged: (
    sessionId: SessionId,
    state: SessionState,
    reason: string | null,
  ) => CleanupConfirmation | null;
  /** The call is answered. SDPs that are null leave the known ones alone. Ignored once the end is under way. */
  readonly onCallEstablished: (
    session: CallSession,
    localSdp: string | null,
    remoteSdp: string | null,
  ) => void;
  /** The ACK was sent or received. Ignored for a call that is not answered, or whose end is under way. */
  readonly onCallConfirmed: (sessionId: SessionId) => void;
  /** The session is over. A state that is not final still ends the call (B8); one that was answered is not `Cancelled`. */
  readonly onCallEnded: (session: CallSession, end: CallEnd) => void;
  /** Brings a call to its session's state, with the same rules and events as `onCallStateChanged`. */
  readonly updateCallInfoFromSession: (callId: CallId, session: CallSession) => void;

  /** A call of ours begins, before there is a session. Throws PhoneError `call/too-many-calls`. */
  readonly registerOutgoingCall: (call: OutgoingCall) => CallId;
  /**
   * Binds a session to a call, and again with the Call-ID once that is known. False when the call has ended meanwhile
   * or the session belongs to another call: nobody wants the session then.
   */
  readonly attachSession: (callId: CallId, sessionId: SessionId, sipCallId?: string) => boolean;
  /**
   * The person takes an incoming call: it waits for no decision any more, and is `Connected` when the stack says so.
   * Returns the session to accept. Throws PhoneError `call/not-found` or, decided already, `call/not-possible-now`.
   */
  readonly answerCall: (callId: CallId) => SessionId;
  /**
   * The person refuses an incoming call: it is `Terminated` at once. Returns the session to reject, null when the call
   * had ended before. Throws PhoneError `call/not-found` or, answered already, `call/not-possible-now`.
   */
  readonly rejectCall: (callId: CallId) => SessionId | null;
  /**
   * The person hangs up: the call is over at once, in whatever state it was. The phone asks the stack first, which tells
   * `Terminating` and its own end; this makes sure of it. Returns the session to hang up; null when
   * the call had ended before, or has none. Throws PhoneError `call/not-found`.
   */
  readonly hangUpCall: (callId: CallId) => SessionId | null;
  /** Ends a call for a reason of ours, such as a microphone that cannot be had. Ignored when it had ended before. */
  readonly endCall: (callId: CallId, end: CallEnd, error?: PhoneErrorDetail) => void;
  /** Notes that the microphone of a call is muted or not. False, and ignored, when the call cannot be muted now. */
  readonly setMuted: (callId: CallId, muted: boolean) => boolean;
}

/** What the handler needs. */
export interface ClientCallHandlerDeps {
  readonly clock: Clock;
  readonly createId: CreateId;
  readonly logger: Logger;
  /** How many ended calls are kept, 200 by default, and always the last one, whose end is still told. The oldest go first; live calls are never dropped. */
  readonly historyLimit?: number;
  /** How many calls may be live at once, 32 by default, so that a stranger cannot fill the memory. More are refused with 486. */
  readonly maxConcurrentCalls?: number;
  /** Whose word is taken for who calls; by default the caller's own. */
  readonly identity?: IdentityPolicy;
}

/** Creates a handler without calls. */
export function createClientCallHandler(deps: ClientCallHandlerDeps): ClientCallHandler {
  const { clock, createId, logger, historyLimit = 200, maxConcurrentCalls = 32 } = deps;
  const { identity = { trustAsserted: false } } = deps;
  let eventHandler: ClientEventHandler | null = null;
  const tell = createNewsQueue();
  const { emit, deliver, subscribe } = createEventEmitter(
    logger,
    (event) => (eventHandler === null ? undefined : dispatchEvent(eventHandler, event)),
    tell,
  );
  const ledger = createCallLedger({ clock, logger, historyLimit, tell, deliver });
  const parts = { ledger, clock, createId, logger, maxConcurrentCalls };

  return {
    store: ledger.store,
    setEventHandler(handler) {
      eventHandler = handler;
    },
    subscribe,
    publish: emit,
    extractDisplayName,
    extractDisplayNameFromHeader,
    extractSubject,
    extractCallId,
    mapSessionStateToClientState,
    ...createIncomingCalls({ ...parts, identity, eventHandler: () => eventHandler, tell }),
    ...createSessionReports(ledger, clock),
    ...createMediaReports(ledger, clock),
    ...createTransferReports(ledger, clock),
    ...createCallCommands(parts),
  };
}
