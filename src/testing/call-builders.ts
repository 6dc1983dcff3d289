import type { CallInfo } from '#core/call/call-info.ts';
import { newOutgoingCall } from '#core/call/new-call.ts';
import { asCallId, asSipCallId } from '#core/shared/ids.ts';

const toBob = { targetUri: 'sip:bob@example.com', localUri: 'sip:alice@example.com' };

/** An outgoing call to Bob that has just begun, with the given fields instead of the usual ones. */
export const buildCall = (changes: Partial<CallInfo> = {}): CallInfo => ({
  ...newOutgoingCall(asCallId('call-1'), toBob, 1_700_000_000_000),
  sipCallId: asSipCallId('a84b4c76e66710@example.com'),
  ...changes,
});
