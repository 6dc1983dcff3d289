/** An event package (RFC 6665 §7.2) that the phone watches: messages on a voicemail (RFC 3842), the calls of somebody else (RFC 4235). */
export type EventPackage = 'message-summary' | 'dialog';

/** What is watched, and of whom. */
export interface SubscriptionRequest {
  readonly event: EventPackage;
  /** SIP URI. */
  readonly targetUri: string;
}

/** What comes of a subscription. The stack renews it by itself for as long as it can. */
export type SubscriptionEvent =
  /** The state that is watched, in the body of a NOTIFY: a stranger's text. */
  | { readonly kind: 'notified'; readonly body: string }
  /** The server does not offer it, or not to us. Nothing follows. */
  | { readonly kind: 'refused' }
  /** It was lost, or ended by the server, which may say when to come back. Nothing follows. */
  | { readonly kind: 'ended'; readonly retryAfterSec: number | null };

/** Subscribes (RFC 6665). What comes of it is told later, never before this returns. Returns what ends it; idempotent. */
export type Subscribe = (
  request: SubscriptionRequest,
  listener: (event: SubscriptionEvent) => void,
) => () => void;
