import { assertNever } from '../shared/assert-never.ts';
import type { SessionId } from '../shared/ids.ts';
import type { SessionEvent } from '../signalling/session.ts';
import type { ClientCallHandler } from './call-handler.ts';

/**
 * Tells the handler what the stack reports of a session. Events of sessions that belong to no call are ignored, and so
 * is what `followSessionSound` takes, which is no news about the call.
 */
export function applySessionEvent(
  handler: ClientCallHandler,
  sessionId: SessionId,
  event: SessionEvent,
): void {
  switch (event.kind) {
    case 'inviteSent': {
      const callId = handler.store.getState().callMapping.get(sessionId);
      if (callId !== undefined) handler.attachSession(callId, sessionId, event.sipCallId);
      return;
    }
    case 'progressed':
      handler.onCallProgress(sessionId, event.sipCode, event.reason);
      return;
    case 'accepted':
      handler.onCallEstablished({ sessionId, state: 'Active' }, event.localSdp, event.remoteSdp);
      handler.onMediaNegotiated(sessionId, event.localSdp, event.remoteSdp);
      return;
    case 'renegotiated':
      handler.onMediaNegotiated(sessionId, event.localSdp, event.remoteSdp);
      return;
    case 'holdChanged':
      handler.onHoldChanged(sessionId, event.originator, event.onHold);
      return;
    case 'mediaLost':
      handler.onMediaLost(sessionId, true);
      return;
    case 'mediaConnected':
      handler.onMediaLost(sessionId, false);
      return;
    case 'dtmfReceived':
      handler.onDtmf(sessionId, event.digit, event.durationMs);
      return;
    case 'transferRequested': {
      const { targetUri, referredBy, isAttended } = event;
      handler.onTransferRequested(sessionId, { targetUri, referredBy, isAttended });
      return;
    }
    case 'transferProgressed':
      handler.onTransferProgress(sessionId, event.status);
      return;
    case 'confirmed':
      handler.onCallConfirmed(sessionId);
      return;
    case 'terminating':
      handler.onCallStateChanged(sessionId, 'Terminating', null);
      return;
    case 'ended': {
      const { state, end } = event;
      handler.onCallEnded({ sessionId, state: state === 'Failed' ? { Failed: end.reason } : state }, end);
      return;
    }
    case 'remoteAudioChanged':
    case 'remoteAudioBegan':
    case 'framesTapped':
      return;
    default:
      assertNever(event);
  }
}
