import type { Clock } from '../shared/clock.ts';
import type { CallId, SessionId } from '../shared/ids.ts';
import type { CallInfo } from './call-info.ts';
import type { CallLedger } from './call-ledger.ts';
import { isBeingTransferred } from './call-transfer.ts';
import type { CallTransfer, TransferRequest, TransferStatus } from './call-transfer.ts';
import type { ClientEvent } from './client-event.ts';

/** What is reported of calls that are sent to another address. */
export interface TransferReports {
  /** The person asked for a transfer. `consultation`: the call that it goes to, in an attended one. Ignored unless the call is connected. */
  readonly onTransferStarted: (callId: CallId, targetUri: string, consultation: CallId | null) => void;
  /**
   * A transfer that was asked for here goes on: the call is `Proceeding` once it is accepted, and `Connected` again if it
   * fails. Ignored when there is none, when it is over, and when it is no news: a NOTIFY may overtake the 202.
   */
  readonly onTransferProgress: (sessionId: SessionId, status: TransferStatus) => void;
  /** The remote party asks to be called elsewhere. Ignored unless the call is connected, and while a transfer of ours is under way. */
  readonly onTransferRequested: (sessionId: SessionId, request: TransferRequest) => void;
  /** The person has read that a transfer failed. Ignored unless the last one did. */
  readonly dismissTransfer: (callId: CallId) => void;
  /** A transfer that the remote party asked for is refused. Returns the session to tell; null when there is none to refuse. */
  readonly declineTransfer: (callId: CallId) => SessionId | null;
  /** A transfer that the remote party asked for is made. Returns the session that asked; null when there is none to make. */
  readonly acceptTransfer: (callId: CallId) => SessionId | null;
}

/** Builds the reports over a ledger. */
export function createTransferReports(ledger: CallLedger, clock: Clock): TransferReports {
  const keep = (call: CallInfo, transfer: CallTransfer, event: ClientEvent): void =>
    ledger.replace({ ...call, transfer }, event);

  const advance = (call: CallInfo, transfer: CallTransfer, status: TransferStatus): void =>
    keep(
      call,
      { ...transfer, status },
      { kind: 'TransferProgress', callId: call.callId, status, priority: 'Normal' },
    );

  const answer = (callId: CallId, status: TransferStatus): SessionId | null => {
    const call = ledger.liveCall(callId);
    const transfer = call?.transfer ?? null;
    if (call === null || transfer?.initiator !== 'remote' || transfer.status !== 'Requested') return null;
    advance(call, transfer, status);
    return ledger.store.getState().sessionMapping.get(callId) ?? null;
  };

  return {
    onTransferStarted(callId, targetUri, consultation) {
      const call = ledger.liveCall(callId);
      if (call?.state !== 'Connected') return;
      const transferType = consultation === null ? 'blind' : 'attended';
      keep(
        call,
        { initiator: 'local', targetUri, consultation, status: 'Requested' },
        {
          kind: 'MediaEvent',
          callId,
          mediaType: { kind: 'TransferInitiated', target: targetUri, transferType },
          timestamp: clock.nowMs(),
          priority: 'Normal',
        },
      );
    },

    onTransferProgress(sessionId, status) {
      const call = ledger.callOf(sessionId);
      const transfer = call?.transfer ?? null;
      if (call === null || !isBeingTransferred(transfer)) return;
      if (status === transfer.status || (status === 'Accepted' && transfer.status === 'Ringing')) return;
      advance(call, transfer, status);
      const current = ledger.callOf(sessionId);
      const isTried = status === 'Accepted' || status === 'Ringing';
      if (isTried && current?.state === 'Connected')
        ledger.move(current, 'Proceeding', { reason: 'Transfer accepted' });
      if (typeof status === 'object' && current?.state === 'Proceeding')
        ledger.move(current, 'Connected', { reason: `Transfer failed: ${status.Failed}` });
    },

    onTransferRequested(sessionId, request) {
      const call = ledger.callOf(sessionId);
      if (call?.state !== 'Connected' || isBeingTransferred(call.transfer)) return;
      const { callId } = call;
      keep(
        call,
        { initiator: 'remote', targetUri: request.targetUri, consultation: null, status: 'Requested' },
        { kind: 'IncomingTransferRequest', callId, ...request, priority: 'High' },
      );
    },

    dismissTransfer(callId) {
      const call = ledger.liveCall(callId);
      if (typeof call?.transfer?.status === 'object') ledger.replace({ ...call, transfer: null });
    },

    declineTransfer: (callId) => answer(callId, { Failed: 'Declined' }),
    acceptTransfer: (callId) => answer(callId, 'Accepted'),
  };
}
