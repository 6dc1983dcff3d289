import type { PhoneErrorDetail } from '../errors/phone-error.ts';
import type { AudioSource } from '../media/audio-source.ts';
import type { RtpCounters } from '../quality/rtp-counters.ts';
import type { SessionId } from '../shared/ids.ts';
import type { AccountSettings, IceServer } from '../config/phone-config.ts';
import type { EventPackage, Subscribe } from './subscription.ts';
import type { IncomingSession, SessionEvent } from './session.ts';

/** What the stack reports of the account: its connection (the WebSocket) and its registration. */
export type AccountEvent =
  | { readonly kind: 'connecting' }
  | { readonly kind: 'connected' }
  | { readonly kind: 'disconnected'; readonly error: PhoneErrorDetail }
  | { readonly kind: 'registered' }
  | { readonly kind: 'unregistered' }
  | { readonly kind: 'registrationFailed'; readonly error: PhoneErrorDetail };

/** Everything that a signalling adapter says. Called synchronously, in the order of the wire. */
export interface SignallingListener {
  readonly onAccountEvent: (event: AccountEvent) => void;
  readonly onIncomingSession: (session: IncomingSession) => void;
  readonly onSessionEvent: (sessionId: SessionId, event: SessionEvent) => void;
  /** A NOTIFY came that nobody subscribed to: some servers tell of messages like this. A stranger's text. */
  readonly onUnsolicited?: (event: EventPackage, body: string) => void;
}

/** One account's signalling. Built once per sign-in, outside React, and closed when the person signs out. */
export interface SignallingPort {
  /** Connects and registers. Progress comes as `AccountEvent`s; it never throws. */
  readonly start: () => void;
  /** Un-registers and disconnects. Resolves when the un-REGISTER is on its way or the connection is gone. Idempotent. */
  readonly stop: () => Promise<void>;
  /** Watches something of the account's, or of somebody else. Ends with `stop`, too. */
  readonly subscribe: Subscribe;
  /** Whether a session of this account is live. */
  readonly has: (sessionId: SessionId) => boolean;
  /** Sends an INVITE to a SIP URI. Events follow under the returned id, never before this returns. */
  readonly invite: (targetUri: string, microphone: AudioSource) => SessionId;
  /** Answers an incoming session with 200. An unknown or ended session is ignored, as in all commands below. */
  readonly accept: (sessionId: SessionId, microphone: AudioSource) => void;
  /** Refuses an incoming session with a final response, 300 to 699. */
  readonly reject: (sessionId: SessionId, sipCode: number, reason?: string) => void;
  /** Sends the caller of an incoming session to another address: 302 with a Contact (RFC 3261 §8.1.3.4). */
  readonly redirect: (sessionId: SessionId, targetUri: string) => void;
  /** Tells the stack what the microphone does, so that nothing which it does to the track undoes a mute. */
  readonly setMuted: (sessionId: SessionId, muted: boolean) => void;
  /**
   * Sends another microphone from now on, without a new offer. Ignored before the session has a first one. With
   * `isMutedAtSource` a mute leaves it alone, since it holds the person's voice only while they are not muted, and more.
   */
  readonly replaceMicrophone: (
    sessionId: SessionId,
    microphone: AudioSource,
    isMutedAtSource?: boolean,
  ) => void;
  /**
   * Puts an established session on hold (RFC 3264 §8.4). Resolves when the remote party has agreed; `holdChanged` comes
   * first. Rejects with `call/ended`, `call/not-possible-now` while another offer is under way,
   * `signalling/transport-lost`, or `call/refused-by-peer`, after which it is as it was.
   */
  readonly hold: (sessionId: SessionId) => Promise<void>;
  /** Takes it off hold. Like `hold`. */
  readonly resume: (sessionId: SessionId) => Promise<void>;
  /**
   * Sends digits, one after the other, as telephone events (RFC 4733) or INFO. Resolves when the last one is on its way.
   * Rejects with `call/ended`, with `call/not-possible-now` where the session has no way for them, as while the peer holds
   * it, or with `call/refused-by-peer`; the digits after the one that failed are not sent. `onSent` hears of each that was.
   */
  readonly sendDtmf: (
    sessionId: SessionId,
    digits: string,
    onSent?: (digit: string) => void,
  ) => Promise<void>;
  /**
   * Asks the remote party to call a SIP or tel URI (REFER, RFC 3515), in an attended transfer in place of the session
   * `replaces` (RFC 3891). Resolves when it is willing to try; `transferProgressed` tells the rest. Rejects with
   * `call/ended`, `signalling/transport-lost` or `call/refused-by-peer`.
   */
  readonly transfer: (sessionId: SessionId, targetUri: string, replaces?: SessionId) => Promise<void>;
  /** What the session's sound has come to so far; null before there is any, and once it is over. Never rejects. */
  readonly readCounters: (sessionId: SessionId) => Promise<RtpCounters | null>;
  /**
   * Answers a `transferRequested` with an INVITE to its target, in place of the call that it names in an attended one. The
   * remote party hears how that goes. Like `invite`; null when nothing was asked or the session is over.
   */
  readonly acceptTransfer: (sessionId: SessionId, microphone: AudioSource) => SessionId | null;
  /** Answers a `transferRequested` with no. */
  readonly declineTransfer: (sessionId: SessionId) => void;
  /**
   * Ends a session by whatever its state asks for: CANCEL, BYE or a final response. Without a connection it ends here at
   * once, and the remote party is told when the account is registered again.
   */
  readonly hangUp: (sessionId: SessionId) => void;
}

/** Builds the signalling of one account. */
export type CreateSignalling = (
  account: AccountSettings,
  iceServers: readonly IceServer[],
  listener: SignallingListener,
) => SignallingPort;
