import { assertNever } from '../shared/assert-never.ts';
import type { ClientEvent, IncomingCallInfo } from './client-event.ts';
import type { CallAction } from './decision.ts';

type EventOf<Kind extends ClientEvent['kind']> = Extract<ClientEvent, { readonly kind: Kind }>;

/** What the application wants to be told and asked. Source: seed 1, `ClientEventHandler`. */
export interface ClientEventHandler {
  /** Asked once per incoming call. Throwing or rejecting counts as `ignore`: the call goes on ringing. */
  readonly onIncomingCall: (call: IncomingCallInfo) => CallAction | Promise<CallAction>;
  readonly onCallStateChanged?: (event: EventOf<'CallStateChanged'>) => void;
  readonly onMediaEvent?: (event: EventOf<'MediaEvent'>) => void;
  readonly onRegistrationStatusChanged?: (event: EventOf<'RegistrationStatusChanged'>) => void;
  readonly onClientError?: (event: EventOf<'ClientError'>) => void;
  readonly onNetworkEvent?: (event: EventOf<'NetworkEvent'>) => void;
  readonly onTransferEvent?: (event: EventOf<'IncomingTransferRequest' | 'TransferProgress'>) => void;
}

/**
 * Calls the method that an event belongs to, and returns what that returns. An incoming call is not told here but asked,
 * where the answer is waited for.
 */
export function dispatchEvent(handler: ClientEventHandler, event: ClientEvent): unknown {
  switch (event.kind) {
    case 'IncomingCall':
      return undefined;
    case 'CallStateChanged':
      return handler.onCallStateChanged?.(event);
    case 'MediaEvent':
      return handler.onMediaEvent?.(event);
    case 'RegistrationStatusChanged':
      return handler.onRegistrationStatusChanged?.(event);
    case 'ClientError':
      return handler.onClientError?.(event);
    case 'NetworkEvent':
      return handler.onNetworkEvent?.(event);
    case 'IncomingTransferRequest':
    case 'TransferProgress':
      return handler.onTransferEvent?.(event);
    default:
      return assertNever(event);
  }
}
