import type { SipMessage } from '../message/message.ts';
import type { Source } from '../message/via.ts';

/** A way to one client: its WebSocket, and nothing else. A flow that closed never opens again (RFC 5626 §3.1). */
export interface Flow {
  /** Not to be guessed: whoever knows it can name this flow in a Route. */
  readonly id: string;
  readonly source: Source;
  /** The name by which the client reached this exchange: the host of its HTTP request, lower case. */
  readonly host: string;
  /** False when the flow is closed; then nothing was sent. */
  readonly send: (message: SipMessage) => boolean;
}
