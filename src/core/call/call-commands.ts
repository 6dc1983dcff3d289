import { PhoneError } from '../errors/phone-error.ts';
import type { Clock } from '../shared/clock.ts';
import { asCallId, asSipCallId } from '../shared/ids.ts';
import type { CallId, CreateId } from '../shared/ids.ts';
import type { Logger } from '../shared/logger.ts';
import type { ClientCallHandler } from './call-handler.ts';
import type { CallLedger } from './call-ledger.ts';
import { callCapabilities } from './capabilities.ts';
import { forgetIncoming, mapSession, replaceCall } from './call-store-changes.ts';
import { finalStateFor } from './call-transition.ts';
import { newOutgoingCall } from './new-call.ts';
import { userHangUp, userRejected } from './own-end.ts';
import type { OwnEnd } from './own-end.ts';

/** The part of the handler that carries out what the person, or the phone itself, decides. */
export type CallCommands = Pick<
  ClientCallHandler,
  | 'registerOutgoingCall'
  | 'attachSession'
  | 'answerCall'
  | 'rejectCall'
  | 'hangUpCall'
  | 'endCall'
  | 'setMuted'
>;

/** Builds the commands over a ledger. */
export function createCallCommands(deps: {
  readonly ledger: CallLedger;
  readonly clock: Clock;
  readonly createId: CreateId;
  readonly logger: Logger;
  readonly maxConcurrentCalls: number;
}): CallCommands {
  const { ledger, clock, createId, logger, maxConcurrentCalls } = deps;

  /** The live call, null when it has ended. Throws when there never was one. */
  const find = (callId: CallId) => {
    const call = ledger.liveCall(callId);
    if (call === null && !ledger.store.getState().callInfo.has(callId))
      throw new PhoneError({ code: 'call/not-found' });
    return call;
  };

  const waitsForDecision = (callId: CallId): boolean => ledger.store.getState().incomingCalls.has(callId);

  return {
    registerOutgoingCall(outgoing) {
      const liveCalls = ledger.store.getState().liveCalls.size;
      if (liveCalls >= maxConcurrentCalls) {
        throw new PhoneError({
          code: 'call/too-many-calls',
          details: `Maximum concurrent calls limit reached (${liveCalls}/${maxConcurrentCalls})`,
        });
      }
      const callId = asCallId(createId());
      ledger.begin(newOutgoingCall(callId, outgoing, clock.nowMs()), 'Call created');
      return callId;
    },

    attachSession(callId, sessionId, sipCallId) {
      const call = ledger.liveCall(callId);
      const { callMapping, sessionMapping } = ledger.store.getState();
      const owner = callMapping.get(sessionId) ?? callId;
      const ownSession = sessionMapping.get(callId) ?? sessionId;
      if (call === null || owner !== callId || ownSession !== sessionId) {
        logger.warn('A session came that no call waits for.', { callId, sessionId });
        return false;
      }
      ledger.update((records) => {
        const mapped = callMapping.has(sessionId) ? records : mapSession(records, callId, sessionId);
        return sipCallId === undefined
          ? mapped
          : replaceCall(mapped, { ...call, sipCallId: asSipCallId(sipCallId) });
      });
      return true;
    },

    answerCall(callId) {
      const call = find(callId);
      const session = ledger.store.getState().incomingCalls.get(callId);
      if (call === null || session === undefined) throw new PhoneError({ code: 'call/not-possible-now' });
      ledger.update((records) => forgetIncoming(records, callId));
      return session.sessionId;
    },

    rejectCall(callId) {
      if (find(callId) === null) return null;
      if (!waitsForDecision(callId)) throw new PhoneError({ code: 'call/not-possible-now' });
      return endByPerson(ledger, callId, userRejected);
    },

    hangUpCall(callId) {
      const call = find(callId);
      return call === null ? null : endByPerson(ledger, callId, userHangUp(call));
    },

    endCall(callId, end, error) {
      const call = ledger.liveCall(callId);
      if (call === null) return;
      const state = finalStateFor(end, call);
      ledger.finish(call, error === undefined ? { state, end } : { state, end, error });
    },

    setMuted(callId, muted) {
      const call = ledger.liveCall(callId);
      if (call === null || !callCapabilities(call).canMute) return false;
      if (call.microphoneMuted === muted) return true;
      ledger.replace(
        { ...call, microphoneMuted: muted },
        {
          kind: 'MediaEvent',
          callId,
          mediaType: { kind: 'MicrophoneStateChanged', muted },
          timestamp: clock.nowMs(),
          priority: 'Normal',
        },
      );
      return true;
    },
  };
}

function endByPerson(ledger: CallLedger, callId: CallId, { end, eventReason }: OwnEnd) {
  const sessionId = ledger.store.getState().sessionMapping.get(callId) ?? null;
  const call = ledger.liveCall(callId);
  if (call !== null) ledger.finish(call, { state: finalStateFor(end, call), end, eventReason });
  return sessionId;
}
