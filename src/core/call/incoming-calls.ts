import type { IdentityPolicy } from '../identity/caller-identity.ts';
import type { Clock } from '../shared/clock.ts';
import { asCallId } from '../shared/ids.ts';
import type { CreateId } from '../shared/ids.ts';
import type { Logger } from '../shared/logger.ts';
import type { ClientCallHandler } from './call-handler.ts';
import { finalStateFor } from './call-transition.ts';
import type { CallLedger } from './call-ledger.ts';
import { addIncoming, forgetIncoming, rememberIncoming } from './call-store-changes.ts';
import type { ClientEventHandler } from './client-event-handler.ts';
import type { IncomingCallInfo } from './client-event.ts';
import { noHandlerDecision, tooManyCallsDecision, toDecision } from './decision.ts';
import type { CallDecision } from './decision.ts';
import { newIncomingCall } from './new-call.ts';
import type { TellNews } from './news-queue.ts';

/** The part of the handler that takes calls in. */
export type IncomingCalls = Pick<
  ClientCallHandler,
  'storeIncomingCall' | 'getIncomingCall' | 'onIncomingCall' | 'turnAwayCall'
>;

/** Builds it over a ledger. */
export function createIncomingCalls(deps: {
  readonly ledger: CallLedger;
  readonly clock: Clock;
  readonly createId: CreateId;
  readonly logger: Logger;
  readonly maxConcurrentCalls: number;
  readonly identity: IdentityPolicy;
  readonly eventHandler: () => ClientEventHandler | null;
  /** After what was told before: the application is asked when everyone has heard of the call. */
  readonly tell: TellNews;
}): IncomingCalls {
  const { ledger, clock, createId, logger, maxConcurrentCalls, identity, eventHandler, tell } = deps;

  /** A handler that fails, or answers what is no answer, leaves the call ringing. */
  const ask = async (handler: ClientEventHandler, call: IncomingCallInfo): Promise<CallDecision> => {
    try {
      return toDecision(await handler.onIncomingCall(call));
    } catch (error) {
      logger.error('The event handler failed on an incoming call.', { callId: call.callId, error });
      return { kind: 'defer' };
    }
  };

  return {
    storeIncomingCall(callId, session) {
      // A call that was decided is forgotten for good.
      if (!ledger.store.getState().incomingCalls.has(callId)) return;
      ledger.update((records) => rememberIncoming(records, callId, session));
    },

    getIncomingCall: (callId) => ledger.store.getState().incomingCalls.get(callId) ?? null,

    turnAwayCall(session, end) {
      const call = newIncomingCall(asCallId(createId()), session, clock.nowMs(), identity);
      ledger.begin(call, end.reason);
      ledger.finish(call, { state: finalStateFor(end, call), end });
    },

    async onIncomingCall(session) {
      const { callMapping, liveCalls } = ledger.store.getState();
      if (callMapping.has(session.sessionId)) {
        logger.warn('A session came in twice.', { sessionId: session.sessionId });
        return { kind: 'defer' };
      }
      // A call that takes the place of another is none more.
      const others = session.replaces === undefined ? liveCalls.size : liveCalls.size - 1;
      if (others >= maxConcurrentCalls) return tooManyCallsDecision;

      const call = newIncomingCall(asCallId(createId()), session, clock.nowMs(), identity);
      const { callId } = call;
      const info: IncomingCallInfo = {
        callId,
        callerUri: call.remoteUri,
        calleeUri: call.localUri,
        callerDisplayName: call.remoteDisplayName,
        subject: call.subject,
        createdAt: call.createdAt,
      };
      ledger.update((records) => addIncoming(records, call, session), {
        kind: 'IncomingCall',
        ...info,
        priority: 'High',
      });
      // Whoever was told of the call may have decided it, and the caller may have given up.
      const isUndecided = (): boolean => ledger.store.getState().incomingCalls.has(callId);
      const decide = async (): Promise<CallDecision> => {
        const handler = eventHandler();
        if (!isUndecided()) return { kind: 'defer' };
        return handler === null ? noHandlerDecision : ask(handler, info);
      };
      const decision = await new Promise<CallDecision>((resolve) => tell(() => resolve(decide())));
      if (decision.kind === 'defer' || !isUndecided()) return { kind: 'defer' };
      ledger.update((records) => forgetIncoming(records, callId));
      return decision;
    },
  };
}
