/** Every bound of the exchange, with what happens beyond it. Sizes are bytes on the wire, times are seconds or milliseconds as named. */
export interface ExchangeLimits {
  /** Open WebSockets. Beyond: the upgrade is answered 503. */
  readonly maxConnections: number;
  /** One WebSocket frame. Beyond: the WebSocket is closed with 1009. */
  readonly maxFrameBytes: number;
  /** One SIP message. Beyond: a request is answered 413, a response is dropped. */
  readonly maxMessageBytes: number;
  /** Header fields of one message. Beyond: 400. */
  readonly maxHeaders: number;
  /** One header line, unfolded. Beyond: 400. */
  readonly maxHeaderLineBytes: number;
  /** Messages that a connection may send at once. Beyond: the WebSocket is closed with 1008. */
  readonly messageBurst: number;
  /** How fast that allowance grows back. */
  readonly messagesPerSecond: number;
  /** Bytes that may wait in one WebSocket for a slow reader. Beyond: the WebSocket is terminated. */
  readonly maxBufferedBytes: number;
  /** A WebSocket that answers no ping for this long is terminated within twice this time. */
  readonly pingIntervalMs: number;
  /** Bindings of one address-of-record. Beyond: REGISTER is answered 503. */
  readonly maxBindingsPerAor: number;
  /** Bindings of all addresses-of-record. Beyond: REGISTER is answered 503. */
  readonly maxBindings: number;
  /** A REGISTER that asks for less (but not for 0) is answered 423. */
  readonly minExpiresSeconds: number;
  /** A REGISTER that asks for more is granted this. */
  readonly maxExpiresSeconds: number;
  /** What a REGISTER that asks for nothing is granted. */
  readonly defaultExpiresSeconds: number;
  /** Server and client transactions together. Beyond: a request is answered 503. */
  readonly maxTransactions: number;
  /** How long a callee may ring before the exchange gives up (Timer C, RFC 3261 §16.6 step 11: more than 3 minutes). */
  readonly ringingMs: number;
  /** Calls that `echo` and `tone` hold at once. Beyond: 486. */
  readonly maxExtensionCalls: number;
  /** How long a digest nonce is good for. Older: a challenge with `stale=true`. */
  readonly nonceLifetimeMs: number;
  /** Nonces whose last nonce-count is remembered, so that a captured header cannot be played again. Beyond: the oldest is forgotten. */
  readonly maxRememberedNonces: number;
}

/** Ample for a room full of people who try the phone, far below what would hurt a small machine. */
export const defaultLimits: ExchangeLimits = {
  maxConnections: 256,
  maxFrameBytes: 262_144,
  maxMessageBytes: 65_536,
  maxHeaders: 100,
  maxHeaderLineBytes: 8192,
  messageBurst: 400,
  messagesPerSecond: 100,
  maxBufferedBytes: 1_048_576,
  pingIntervalMs: 15_000,
  maxBindingsPerAor: 10,
  maxBindings: 1000,
  minExpiresSeconds: 30,
  maxExpiresSeconds: 3600,
  defaultExpiresSeconds: 600,
  maxTransactions: 4096,
  ringingMs: 181_000,
  maxExtensionCalls: 16,
  nonceLifetimeMs: 300_000,
  maxRememberedNonces: 4096,
};
