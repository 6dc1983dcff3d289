import type { CallId } from '../shared/ids.ts';
import type { SignallingPort } from '../signalling/signalling-port.ts';
import { checkTransferTarget } from '../signalling/transfer-target.ts';
import type { ClientCallHandler } from './call-handler.ts';
import type { WithMicrophone } from './with-microphone.ts';

/** What the person answers to a remote party who asks them to call somebody else, and to a transfer that failed. */
export interface TransferCommands {
  /**
   * Calls the one that was named. How that goes is told to the remote party, who ends the call that asked. Throws PhoneError
   * `call/too-many-calls` or `call/invalid-target`. Null when nothing was asked.
   */
  readonly acceptTransfer: (callId: CallId) => CallId | null;
  /** Ignored when nothing was asked. */
  readonly declineTransfer: (callId: CallId) => void;
  /** Lets go of what is told of a transfer that failed. Ignored unless the last one did. */
  readonly dismissTransfer: (callId: CallId) => void;
}

/** Builds them. */
export function createTransferCommands(deps: {
  readonly calls: Pick<
    ClientCallHandler,
    | 'store'
    | 'acceptTransfer'
    | 'declineTransfer'
    | 'dismissTransfer'
    | 'registerOutgoingCall'
    | 'attachSession'
    | 'endCall'
  >;
  readonly signalling: () => Pick<SignallingPort, 'acceptTransfer' | 'declineTransfer'> | null;
  readonly withMicrophone: WithMicrophone;
}): TransferCommands {
  const { calls, signalling, withMicrophone } = deps;

  return {
    acceptTransfer(callId) {
      const call = calls.store.getState().liveCalls.get(callId);
      if (call?.transfer?.initiator !== 'remote' || call.transfer.status !== 'Requested') return null;
      const targetUri = checkTransferTarget(call.transfer.targetUri);
      const next = calls.registerOutgoingCall({
        targetUri,
        localUri: call.localUri,
        ...(call.accountId === null ? {} : { accountId: call.accountId }),
      });
      const asked = calls.acceptTransfer(callId);
      const port = signalling();
      void withMicrophone(
        next,
        (source) => {
          const adopted = asked === null ? null : (port?.acceptTransfer(asked, source) ?? null);
          if (adopted !== null) calls.attachSession(next, adopted);
          else calls.endCall(next, { cause: 'cancelled', initiator: 'remote', sipCode: null, reason: '' });
        },
        () => {
          if (asked !== null) port?.declineTransfer(asked);
        },
      );
      return next;
    },
    declineTransfer(callId) {
      const asked = calls.declineTransfer(callId);
      if (asked !== null) signalling()?.declineTransfer(asked);
    },
    dismissTransfer: calls.dismissTransfer,
  };
}
