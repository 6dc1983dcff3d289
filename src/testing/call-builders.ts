import type { CallInfo } from '#core/call/call-info.ts';
import { asCallId, asSipCallId } from '#core/shared/ids.ts';

/** An outgoing call to Bob that has just begun, with the given fields instead of the usual ones. */
export function buildCall(changes: Partial<CallInfo> = {}): CallInfo {
  return {
    callId: asCallId('call-1'),
    state: 'Initiating',
    direction: 'Outgoing',
    localUri: 'sip:alice@example.com',
    remoteUri: 'sip:bob@example.com',
    remoteDisplayName: null,
    subject: null,
    createdAt: 1_700_000_000_000,
    connectedAt: null,
    endedAt: null,
    remoteAddr: null,
    mediaSessionId: null,
    sipCallId: asSipCallId('a84b4c76e66710@example.com'),
    receivedHeaders: {},
    localSdp: null,
    remoteSdp: null,
    onHold: false,
    remoteOnHold: false,
    audioDirection: null,
    quality: null,
    transfer: null,
    microphoneMuted: false,
    end: null,
    terminationReason: null,
    wasConnectedWhenEnded: false,
    error: null,
    ...changes,
  };
}
