import type { CallId } from '../shared/ids.ts';

/** How a transfer is doing. Source: seed 1, `TransferProgress`. */
export type TransferStatus = 'Accepted' | 'Ringing' | 'Completed' | { readonly Failed: string };

/** A transfer of a call (REFER, RFC 3515), the last one when there were several. */
export interface CallTransfer {
  /** Who asked for it: the person here, or the remote party. */
  readonly initiator: 'local' | 'remote';
  /** Where the call is to go: a SIP or tel URI. From the network when the initiator is remote. */
  readonly targetUri: string;
  /** The call of ours whose remote party it goes to, in an attended transfer that was asked for here; null otherwise. */
  readonly consultation: CallId | null;
  readonly status: 'Requested' | TransferStatus;
}

/** A REFER as it was received. */
export interface TransferRequest {
  readonly targetUri: string;
  /** The Referred-By value (RFC 3892) as received; null without one. */
  readonly referredBy: string | null;
  /** Whether the target is to replace a call (RFC 3891). */
  readonly isAttended: boolean;
}

/** Whether a transfer that was asked for here is under way. There is one at a time: its NOTIFYs do not say which they belong to. */
export const isBeingTransferred = (transfer: CallTransfer | null): transfer is CallTransfer =>
  transfer?.initiator === 'local' && !isTransferOver(transfer);

/** Whether nothing more will be heard of the transfer. */
const isTransferOver = ({ status }: CallTransfer): boolean =>
  status === 'Completed' || typeof status === 'object';
