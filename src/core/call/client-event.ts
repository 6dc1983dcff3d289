import type { RegistrationStatus } from '../registration/registration-status.ts';
import type { AccountId, CallId } from '../shared/ids.ts';
import type { PhoneErrorDetail } from '../errors/phone-error.ts';
import type { CallState } from './call-state.ts';
import type { TransferRequest, TransferStatus } from './call-transfer.ts';

/** How urgent an event is, from the least to the most. Source: seed 1, `EventPriority`. */
export const eventPriorities = ['Low', 'Normal', 'High', 'Critical'] as const;
/** One of `eventPriorities`. */
export type EventPriority = (typeof eventPriorities)[number];

/** Below 0 when `a` is less urgent than `b`, 0 when they are equal, above 0 otherwise. */
export const comparePriorities = (a: EventPriority, b: EventPriority): number =>
  eventPriorities.indexOf(a) - eventPriorities.indexOf(b);

/** What happened to a call's media. Source: seed 1, `MediaEventType`; what the remote party does is added here. */
export type MediaEventType =
  | { readonly kind: 'MicrophoneStateChanged'; readonly muted: boolean }
  | { readonly kind: 'SpeakerStateChanged'; readonly muted: boolean }
  | { readonly kind: 'AudioStarted' }
  | { readonly kind: 'AudioStopped' }
  | { readonly kind: 'HoldStateChanged'; readonly onHold: boolean }
  | { readonly kind: 'RemoteHoldStateChanged'; readonly onHold: boolean }
  | { readonly kind: 'DtmfSent'; readonly digits: string }
  | { readonly kind: 'DtmfReceived'; readonly digit: string; readonly durationMs: number }
  | { readonly kind: 'TransferInitiated'; readonly target: string; readonly transferType: string }
  | { readonly kind: 'SdpOfferGenerated'; readonly sdpSize: number }
  | { readonly kind: 'SdpAnswerProcessed'; readonly sdpSize: number }
  | { readonly kind: 'MediaSessionStarted'; readonly mediaSessionId: string }
  | { readonly kind: 'MediaSessionStopped' }
  | { readonly kind: 'MediaSessionUpdated'; readonly sdpSize: number }
  | { readonly kind: 'QualityChanged'; readonly mosScoreX100: number }
  | { readonly kind: 'PacketLoss'; readonly percentageX100: number }
  | { readonly kind: 'JitterChanged'; readonly jitterMs: number };

/** A call that asks for a decision. Times are milliseconds since the Unix epoch. */
export interface IncomingCallInfo {
  readonly callId: CallId;
  /** The whole From value as received. */
  readonly callerUri: string;
  readonly calleeUri: string;
  /** As received: show it through `displayText`. */
  readonly callerDisplayName: string | null;
  readonly subject: string | null;
  readonly createdAt: number;
}

/** A call that went from one state to another. `previousState` is null for a call that has just begun, and true otherwise. */
export interface CallStatusInfo {
  readonly callId: CallId;
  readonly newState: CallState;
  readonly previousState: CallState | null;
  readonly reason: string | null;
  readonly timestamp: number;
}

interface Prioritised {
  readonly priority: EventPriority;
}

/** Everything that client-core reports. Source: seed 1, `ClientEvent`; transfer events carry their call (B16). */
export type ClientEvent =
  | (Prioritised & IncomingCallInfo & { readonly kind: 'IncomingCall' })
  | (Prioritised & CallStatusInfo & { readonly kind: 'CallStateChanged' })
  | (Prioritised & {
      readonly kind: 'MediaEvent';
      readonly callId: CallId;
      readonly mediaType: MediaEventType;
      readonly timestamp: number;
    })
  | (Prioritised & {
      readonly kind: 'RegistrationStatusChanged';
      /** The account: its address of record, `sip:alice@example.com`. */
      readonly registrationId: string;
      readonly status: RegistrationStatus;
    })
  | (Prioritised & {
      readonly kind: 'ClientError';
      readonly callId: CallId | null;
      readonly error: PhoneErrorDetail;
    })
  | (Prioritised & {
      readonly kind: 'NetworkEvent';
      /** Whose connection it is: every account has its own. Missing where there are no accounts. */
      readonly accountId?: AccountId;
      readonly connected: boolean;
      readonly reason: string | null;
    })
  | (Prioritised &
      TransferRequest & {
        readonly kind: 'IncomingTransferRequest';
        readonly callId: CallId;
      })
  | (Prioritised & {
      readonly kind: 'TransferProgress';
      readonly callId: CallId;
      readonly status: TransferStatus;
    });

/** The call that an event is about; null for those of the account and the network. */
export const callIdOf = (event: ClientEvent): CallId | null => ('callId' in event ? event.callId : null);
