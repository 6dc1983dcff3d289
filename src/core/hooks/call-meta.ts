import type { CallId, SipCallId } from '../shared/ids.ts';

/** The call came in. */
export const DirectionInbound = 'inbound';
/** The call was placed here. */
export const DirectionOutbound = 'outbound';
/** The direction of a leg as the sinks know it. Source: seed 2, `Direction`. */
export type Direction = typeof DirectionInbound | typeof DirectionOutbound;

/** Who ended a dialog. Source: seed 2, `HangupInitiator`. */
export const hangupInitiators = ['local', 'remote', 'unknown'] as const;
/** One of `hangupInitiators`. */
export type HangupInitiator = (typeof hangupInitiators)[number];

/** What every sink is told of a call. Source: seed 2, `CallMeta`. */
export interface CallMeta {
  readonly callId: CallId;
  /** The Call-ID of the call that this one belongs to; its own where it belongs to none. Empty until it is known. */
  readonly correlationId: SipCallId;
  readonly direction: Direction;
  /** What the call is for, an opaque word of the application; empty for an ordinary call. */
  readonly scenario: string;
  /** 0 in a phone of one person. */
  readonly tenantId: number;
  /** Empty: a browser does not learn the peer's address. */
  readonly remoteAddr: string;
  /** Empty: a browser does not tell its own. */
  readonly localIp: string;
  /** Empty until the sound is negotiated. */
  readonly codec: string;
  /** When the call began, in milliseconds since the Unix epoch. */
  readonly startedAt: number;
}

/** How a call ended. Source: seed 2, `HangupMeta`. */
export interface HangupMeta {
  readonly initiator: HangupInitiator;
  /** Final SIP status, 300 to 699; 0 where no response took part in it. */
  readonly sipCode: number;
  /** From the network: sanitise before it is shown. */
  readonly reason: string;
  /** From the answer to the end; 0 for a call that was never answered. */
  readonly durationMs: number;
  /** Milliseconds since the Unix epoch. */
  readonly endedAt: number;
}
