import type { CallId, SessionId } from '../shared/ids.ts';
import type { SignallingPort } from '../signalling/signalling-port.ts';
import type { Acceptance } from './acceptance.ts';
import type { CallEnd } from './call-end.ts';
import type { ClientCallHandler } from './call-handler.ts';
import { ownBusy, ownForward } from './own-end.ts';

/** How a call is refused: the caller hears that it was declined, or that the person is busy. */
export type Refusal = 'declined' | 'busy';

/** What the person does with a call that waits. Ignored, all of it, unless the call is `IncomingPending`. */
export interface IncomingCommands {
  /** Answers, after the other calls are held. Rejects with PhoneError `call/other-not-held`: the call goes on ringing. */
  readonly accept: (callId: CallId) => Promise<void>;
  /** Ends every other call that the person has, and answers. */
  readonly endOthersAndAccept: (callId: CallId) => Promise<void>;
  /** Refuses with 603 Decline, or with 486 Busy Here. */
  readonly reject: (callId: CallId, how?: Refusal) => void;
  /** Sends the caller to what the person typed. Throws PhoneError `call/invalid-target`. */
  readonly forward: (callId: CallId, typed: string) => void;
}

/** Builds them. `forwardTo` is what rules forward by: it takes a URI. */
export function createIncomingCommands(deps: {
  readonly calls: Pick<ClientCallHandler, 'store' | 'getIncomingCall' | 'rejectCall' | 'endCall'>;
  readonly acceptance: Pick<Acceptance, 'accept' | 'settle'>;
  readonly signalling: () => Pick<SignallingPort, 'reject' | 'redirect'> | null;
  readonly resolve: (callId: CallId, typed: string) => string;
  readonly hangUp: (callId: CallId) => void;
}): IncomingCommands & { readonly forwardTo: (callId: CallId, targetUri: string) => void } {
  const { calls, acceptance, signalling, resolve, hangUp } = deps;

  /** Ends a call that waits for a reason of ours, before the stack tells one of its own. */
  const end = (callId: CallId, reason: CallEnd, tellCaller: (sessionId: SessionId) => void): void => {
    acceptance.settle(callId);
    const session = calls.getIncomingCall(callId);
    if (session === null) return;
    calls.endCall(callId, reason);
    tellCaller(session.sessionId);
  };
  const forwardTo = (callId: CallId, targetUri: string): void =>
    end(callId, ownForward(targetUri), (sessionId) => signalling()?.redirect(sessionId, targetUri));

  return {
    accept: acceptance.accept,
    async endOthersAndAccept(callId) {
      if (calls.getIncomingCall(callId) === null) return;
      const { liveCalls, incomingCalls } = calls.store.getState();
      for (const other of liveCalls.keys()) if (!incomingCalls.has(other)) hangUp(other);
      await acceptance.accept(callId);
    },
    reject(callId, how = 'declined') {
      if (how === 'busy') {
        end(callId, ownBusy, (sessionId) => signalling()?.reject(sessionId, 486));
        return;
      }
      acceptance.settle(callId);
      if (calls.getIncomingCall(callId) === null) return;
      const sessionId = calls.rejectCall(callId);
      if (sessionId !== null) signalling()?.reject(sessionId, 603);
    },
    forward: (callId, typed) => forwardTo(callId, resolve(callId, typed)),
    forwardTo,
  };
}
