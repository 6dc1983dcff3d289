import type { IdentityPolicy } from '../identity/caller-identity.ts';
import type { KeepLocal } from '../recording/keep-local.ts';

/** An ICE server, as RTCPeerConnection takes it. */
export interface IceServer {
  readonly urls: string | readonly string[];
  readonly username?: string;
  readonly credential?: string;
}

/** How an account proves who it is. */
export type Credentials =
  | { readonly kind: 'password'; readonly password: string }
  /** MD5 of `user:realm:password` in hex (RFC 2617 §3.2.2.2) and its realm. */
  | { readonly kind: 'ha1'; readonly ha1: string; readonly realm: string }
  | { readonly kind: 'jwt'; readonly jwt: string };

/** An account, ready to sign in with. */
export interface AccountSettings {
  /** `user@domain`, without scheme. */
  readonly address: string;
  readonly displayName: string | null;
  readonly credentials: Credentials;
  /** What is dialled to listen to messages, where the server's own word is not to be taken. */
  readonly voicemail?: string;
  /** How digits are sent in a call: as telephone events (RFC 4733), by default, or as INFO (RFC 6086) where the server wants that. */
  readonly dtmf?: 'rfc4733' | 'info';
  /** WebSocket URIs, tried in order; at least one. */
  readonly servers: readonly string[];
}

/** When calls are recorded: from their first second to their last, not at all, when the person says yes, or when they ask for it themselves. */
export type RecordingPolicy = 'always' | 'never' | 'ask' | 'on-demand';

/** Who takes finished recordings: the recording store, a folder of this device that the person chooses, or both. */
export type RecordingSinkName = 'upload' | 'folder';

/** What the browser is asked to do to the microphone's sound (Media Capture and Streams §4.3.8). */
export interface AudioProcessing {
  readonly echoCancellation: boolean;
  readonly noiseSuppression: boolean;
  readonly autoGainControl: boolean;
}

/** What a deployment has decided about recordings. */
export type RecordingRules = Pick<
  PhoneConfig['recording'],
  'policy' | 'announcement' | 'beepSeconds' | 'sinks' | 'keepLocal'
>;

/** The settings of a deployment, `public/config.json`, after validation. */
export interface PhoneConfig {
  /** Demo mode: `/?account=alice` signs in at once and the sign-in form offers the demo accounts. */
  readonly demo: boolean;
  /** Signed in at once. */
  readonly accounts: readonly AccountSettings[];
  /** What the sign-in form starts with. */
  readonly defaultServer: string;
  readonly iceServers: readonly IceServer[];
  readonly audio: AudioProcessing;
  readonly identity: IdentityPolicy;
  readonly calls: {
    /** How many calls may be live at once; at least 1. More are answered with 486. */
    readonly limit: number;
    /** How many ended calls the page keeps; at least 1. */
    readonly history: number;
  };
  /** Path on this origin of the module that makes the deployment's sinks (docs/SINKS.md); null where it has none. */
  readonly hooks: string | null;
  readonly recording: {
    readonly policy: RecordingPolicy;
    readonly sampleRateHz: 8000 | 16000 | 48000;
    /** From one beep to the next, to both sides of a recorded call; 0 for none. */
    readonly beepSeconds: number;
    /** What the person is to read out to a party who is recorded; null when there is nothing. */
    readonly announcement: string | null;
    /** At least one. */
    readonly sinks: readonly RecordingSinkName[];
    /** tus endpoint. */
    readonly uploadUrl: string;
    /** The store's listing. */
    readonly listUrl: string;
    /** When a recording begins to be sent. */
    readonly upload: 'after-call' | 'during-call';
    readonly keepLocal: KeepLocal;
    /** Whether what is sent and received is kept frame by frame, too (SN3). */
    readonly sn3: boolean;
    /** Shown to the store as a bearer token (RFC 6750); null where it wants none. */
    readonly token: string | null;
  };
}
