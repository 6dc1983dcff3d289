import type { RTCSession } from 'jssip/lib/RTCSession';
import type { IncomingRTCSessionEvent, OutgoingRTCSessionEvent, UA } from 'jssip/lib/UA';
import type { SessionId } from '#core/shared/ids.ts';
import type { SignallingListener } from '#core/signalling/signalling-port.ts';
import type { ReceivedInvite } from './live-session.ts';
import { toSent, toSentAddress } from './readable-message.ts';
import { readHeaders } from './received-headers.ts';
import { unsupportedExtensions } from './required-extensions.ts';
import { isUsableOffer } from './usable-offer.ts';

/** Takes in the INVITEs of an account that begin a call, and refuses those that nobody could answer. */
export interface InviteIntake {
  /** Takes in an INVITE that `accept` lets come, in the place of a session of ours (RFC 3891). */
  readonly inPlaceOf: (sessionId: SessionId, accept: () => void) => void;
}

/** Builds it. `adopt` keeps a session that is taken in. */
export function createInviteIntake(
  ua: UA,
  deps: {
    /** Nobody is here any more: the connection is only open for the ends of calls. */
    readonly isLeaving: () => boolean;
    readonly adopt: (session: RTCSession, invite: ReceivedInvite) => SessionId;
    readonly onIncomingSession: SignallingListener['onIncomingSession'];
  },
): InviteIntake {
  const { isLeaving, adopt, onIncomingSession } = deps;
  let replaced: SessionId | undefined;

  ua.on('newRTCSession', ({ session, request }: IncomingRTCSessionEvent | OutgoingRTCSessionEvent) => {
    // JsSIP's own enum for the direction exists in its types only. What we opened ourselves is known to `invite`.
    if ((session.direction as string) !== 'incoming') return;
    if (isLeaving()) {
      session.terminate({ status_code: 480 });
      return;
    }
    const unsupported = unsupportedExtensions(request.getHeaders('Require'));
    if (unsupported.length > 0) {
      session.terminate({ status_code: 420, extraHeaders: [`Unsupported: ${unsupported.join(', ')}`] });
      return;
    }
    if (!isUsableOffer(request.body ?? '')) {
      session.terminate({ status_code: 488 });
      return;
    }
    onIncomingSession({
      sessionId: adopt(session, request),
      from: toSentAddress(request.getHeader('From')),
      to: toSentAddress(request.getHeader('To')),
      sdp: request.body || null,
      headers: readHeaders(toSent(request.toString())),
      ...(replaced === undefined ? {} : { replaces: replaced }),
    });
  });

  return {
    inPlaceOf(sessionId, accept) {
      replaced = sessionId;
      accept();
      replaced = undefined;
    },
  };
}
