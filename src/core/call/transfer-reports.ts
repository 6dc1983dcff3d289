import type { Clock } from '../shared/clock.ts';
import type { CallId, SessionId } from '../shared/ids.ts';
import type { CallInfo } from './call-info.ts';
import type { CallLedger } from './call-ledger.ts';
import { replaceCall } from './call-store-changes.ts';
import { isTransferOver } from './call-transfer.ts';
import type { CallTransfer, TransferRequest, TransferStatus } from './call-transfer.ts';
import type { ClientEvent } from './client-event.ts';

/** What is reported of calls that are sent to another address. */
export interface TransferReports {
  /** The person asked for a transfer. `consultation`: the call that it goes to, in an attended one. Ignored unless the call is live. */
  readonly onTransferStarted: (callId: CallId, targetUri: string, consultation: CallId | null) => void;
  /**
   * A transfer that was asked for here goes on: the call is `Proceeding` once it is accepted, and `Connected` again if it
   * fails. Ignored when there is none, or when it is over.
   */
  readonly onTransferProgress: (sessionId: SessionId, status: TransferStatus) => void;
  /** The remote party asks to be called elsewhere. Ignored unless the call is connected. */
  readonly onTransferRequested: (sessionId: SessionId, request: TransferRequest) => void;
  /** A transfer that the remote party asked for is refused. Returns the session to tell; null when there is none to refuse. */
  readonly declineTransfer: (callId: CallId) => SessionId | null;
}

/** Builds the reports over a ledger. */
export function createTransferReports(
  ledger: CallLedger,
  clock: Clock,
  emit: (event: ClientEvent) => void,
): TransferReports {
  const keep = (call: CallInfo, transfer: CallTransfer): CallInfo => {
    const kept = { ...call, transfer };
    ledger.update((records) => replaceCall(records, kept));
    return kept;
  };

  const advance = (call: CallInfo, transfer: CallTransfer, status: TransferStatus): CallInfo => {
    const kept = keep(call, { ...transfer, status });
    emit({ kind: 'TransferProgress', callId: call.callId, status, priority: 'Normal' });
    return kept;
  };

  return {
    onTransferStarted(callId, targetUri, consultation) {
      const call = ledger.liveCall(callId);
      if (call === null) return;
      keep(call, { initiator: 'local', targetUri, consultation, status: 'Requested' });
      const transferType = consultation === null ? 'blind' : 'attended';
      emit({
        kind: 'MediaEvent',
        callId,
        mediaType: { kind: 'TransferInitiated', target: targetUri, transferType },
        timestamp: clock.nowMs(),
        priority: 'Normal',
      });
    },

    onTransferProgress(sessionId, status) {
      const call = ledger.callOf(sessionId);
      const transfer = call?.transfer ?? null;
      if (call === null || transfer?.initiator !== 'local' || isTransferOver(transfer)) return;
      const kept = advance(call, transfer, status);
      if (status === 'Accepted') ledger.move(kept, 'Proceeding', { reason: 'Transfer accepted' });
      if (typeof status === 'object' && kept.state === 'Proceeding')
        ledger.move(kept, 'Connected', { reason: `Transfer failed: ${status.Failed}` });
    },

    onTransferRequested(sessionId, request) {
      const call = ledger.callOf(sessionId);
      if (call?.state !== 'Connected') return;
      const { targetUri } = request;
      keep(call, { initiator: 'remote', targetUri, consultation: null, status: 'Requested' });
      emit({ kind: 'IncomingTransferRequest', callId: call.callId, ...request, priority: 'High' });
    },

    declineTransfer(callId) {
      const call = ledger.liveCall(callId);
      const transfer = call?.transfer ?? null;
      if (call === null || transfer?.initiator !== 'remote' || isTransferOver(transfer)) return null;
      advance(call, transfer, { Failed: 'Declined' });
      return ledger.store.getState().sessionMapping.get(callId) ?? null;
    },
  };
}
