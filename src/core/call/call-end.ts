/** Why a call ended, told apart as far as a person can do something different about it. */
export type CallEndCause =
  | 'hung-up'
  | 'cancelled'
  | 'answered-elsewhere'
  | 'rejected'
  | 'busy'
  | 'no-answer'
  | 'not-found'
  | 'gone'
  | 'no-route'
  | 'not-allowed'
  | 'unavailable'
  | 'redirected'
  | 'address-incomplete'
  | 'authentication'
  | 'incompatible-media'
  | 'media-lost'
  | 'connection-lost'
  | 'microphone'
  | 'server-busy'
  | 'server-error'
  | 'internal';

/** Who ended a call. `unknown` when the network or a time-out did. */
export type CallEndInitiator = 'local' | 'remote' | 'unknown';

/** The end of a call, kept as it was reported. */
export interface CallEnd {
  readonly cause: CallEndCause;
  readonly initiator: CallEndInitiator;
  /** Final SIP status, 300 to 699; null where no response took part in it. */
  readonly sipCode: number | null;
  /** Where a redirection leads (RFC 3261 §8.1.3.4): the URI of its Contact. From the network, unless it is ours. */
  readonly movedTo?: string;
  /** The reason phrase of that response, or a word of ours. From the network: sanitise before it is shown. */
  readonly reason: string;
}
