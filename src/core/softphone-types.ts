import type { OfferedRules } from './call-rules/personal-rules.ts';
import type { CallControls } from './call/call-controls.ts';
import type { CallStoreState } from './call/call-store.ts';
import type { ConferenceMembers } from './call/conference.ts';
import type { IncomingCommands } from './call/incoming-commands.ts';
import type { ReceivedDigits } from './call/received-digits.ts';
import type { TalkingCommands } from './call/talking-commands.ts';
import type { TransferCommands } from './call/transfer-commands.ts';
import type { AccountSettings, RecordingRules } from './config/phone-config.ts';
import type { MicrophoneTest } from './devices/microphone-test.ts';
import type { SoundDevices } from './devices/sound-devices.ts';
import type { PhoneErrorDetail } from './errors/phone-error.ts';
import type { OutputRole, SoundPermission } from './media/call-audio-port.ts';
import type { PeopleDoor } from './people/people.ts';
import type { PhoneCheck } from './phone-check/phone-check.ts';
import type { QualityStore } from './quality/quality-monitor.ts';
import type { CallRecordingState } from './recording/call-recording-state.ts';
import type { RecordingExporter } from './recording/export-port.ts';
import type { RecordingEdits } from './recording/recording-edits.ts';
import type { RecordingItem } from './recording/recording-item.ts';
import type { AccountsState } from './registration/account-state.ts';
import type { AccountId, CallId, RecordingId } from './shared/ids.ts';
import type { OfferLinks } from './shared/link-schemes.ts';
import type { ReadonlyStore } from './shared/store.ts';
import type { BusyLamps } from './subscription/busy-lamps.ts';
import type { WaitingMessages } from './subscription/waiting-messages.ts';
import type { ChosenFolder } from './upload/chosen-folder.ts';
import type { OpenedRecording, OpenRecording, OpenSn3AsWav } from './upload/stored-recording.ts';
import type { UploadOverview } from './upload/upload-overview.ts';

/** The recordings that the person can see, newest first, and those that could be made. */
export interface RecordingsState {
  readonly items: readonly RecordingItem[];
  /** Of the calls that are connected and may be recorded. */
  readonly calls: ReadonlyMap<CallId, CallRecordingState>;
  /** Why the store's listing could not be read the last time; null when it could. */
  readonly listError: PhoneErrorDetail | null;
  readonly listing: 'never-read' | 'reading' | 'read';
  /** Why the recordings on this device could not be read the last time, as where the browser keeps nothing; null when they could. */
  readonly deviceError: PhoneErrorDetail | null;
  /** What was deleted last and can be brought back. */
  readonly deleted: readonly RecordingItem[];
  /** How far the sending of this page's recordings is; null when there is none to be sent. */
  readonly uploads: UploadOverview | null;
  /** Those of pages that died, which this page has found and repaired since it began. */
  readonly recovered: ReadonlySet<RecordingId>;
}

/** Before anything is known of any recording. */
export const noRecordings: RecordingsState = {
  items: [],
  calls: new Map(),
  listError: null,
  listing: 'never-read',
  deviceError: null,
  deleted: [],
  uploads: null,
  recovered: new Set(),
};

/** How loud a call is at this moment: root mean square of each side, 0 (silent) to 1 (full scale). */
export interface CallLevels {
  readonly remote: number;
  readonly local: number;
}

/** The whole phone as the page sees it: read-only stores and commands. Built once, outside React. */
export interface Softphone
  extends
    Omit<CallControls, 'isOnHold' | 'transfer'>,
    TransferCommands,
    TalkingCommands,
    IncomingCommands,
    RecordingEdits,
    OfferedRules {
  readonly accounts: ReadonlyStore<AccountsState>;
  /** What waits on the voicemail of each account. */
  readonly waitingMessages: ReadonlyStore<WaitingMessages>;
  /** Who of the favourites is in a call. */
  readonly busyLamps: ReadonlyStore<BusyLamps>;
  readonly calls: ReadonlyStore<CallStoreState>;
  readonly recordings: ReadonlyStore<RecordingsState>;
  /** How calls sound and sounded, measured once a second. */
  readonly quality: QualityStore;
  /** Whom the person knows, and whom they talked to. */
  readonly people: PeopleDoor;
  /** Digits that the other sides sent. */
  readonly receivedDigits: ReceivedDigits;
  /** Null where the browser lets no page open links. */
  readonly offerLinks: OfferLinks | null;
  /** What was dialled last, as typed; empty when there is none. */
  readonly lastDialled: ReadonlyStore<string>;
  readonly sound: ReadonlyStore<SoundPermission>;
  /** With which devices the phone speaks and listens. */
  readonly soundDevices: SoundDevices;
  /** Ends with the last call, too, so that the microphone's lamp goes out with it. */
  readonly microphoneTest: MicrophoneTest;
  /** Whether a call would work. */
  readonly phoneCheck: PhoneCheck;
  /** How much of the room for recordings on this device is used, 0.8 to 1; null while there is enough. */
  readonly deviceRoom: ReadonlyStore<number | null>;
  /** To which recordings are saved; null in a deployment that does not save them to one. */
  readonly recordingFolder: ChosenFolder | null;

  /** When calls are recorded and what becomes of it. Nobody changes it here. */
  readonly recordingRules: RecordingRules;
  /** For meters, which ask up to 60 times a second. Null while the call has no sound to measure. */
  readonly levels: (callId: CallId) => CallLevels | null;

  /**
   * Signs in by one more account; one that is signed in already begins anew. Throws PhoneError `account/*` or
   * `signalling/*` for settings that cannot work.
   */
  readonly signIn: (settings: AccountSettings) => AccountId;
  /**
   * Un-registers an account, or all without an id, and lets go of its connection; its calls are ended. Resolves when that is
   * done. Never rejects.
   */
  readonly signOut: (accountId?: AccountId) => Promise<void>;
  /** Chooses the account that calls go out by from now on. */
  readonly chooseAccount: (accountId: AccountId) => void;
  /**
   * Calls what the person typed, by the account that `accountForTarget` names. The call is in
   * the store before this returns; whatever fails later ends that call. Throws PhoneError `call/invalid-target` or
   * `call/not-registered`.
   */
  readonly placeCall: (typed: string, accountId?: AccountId | null) => CallId;
  /** Ends a call in whatever state it is. Idempotent. */
  readonly hangUp: (callId: CallId) => void;
  /** Sends the remote party to what the person typed. Like `CallControls.transfer`. */
  readonly transfer: (callId: CallId, typed: string) => Promise<void>;
  /** The calls whose parties hear each other. */
  readonly conference: ReadonlyStore<ConferenceMembers>;
  /** Begins to record a call, or a second time. Ignored unless it could be, by the policy and by the call's state. */
  readonly startRecording: (callId: CallId) => void;
  /** Ends the recording of a call that goes on; it is uploaded at once. Ignored unless there is one. */
  readonly stopRecording: (callId: CallId) => void;
  /** The person does not want the call to be recorded. Ignored unless that was asked. */
  readonly declineRecording: (callId: CallId) => void;
  /** Writes silence while it is paused. Ignored unless the call is recorded. */
  readonly setRecordingPaused: (callId: CallId, paused: boolean) => void;
  /** Whether the person talks while every call that would hear it is muted. */
  readonly talkingWhileMuted: ReadonlyStore<boolean>;
  /** Plays the ring, or a tone of a call, for two seconds. */
  readonly testOutput: (role: OutputRole) => void;
  /** To be called from a click: lets the page make sound. */
  readonly enableSound: () => Promise<void>;
  /** Reads the store's listing. What fails is in `recordings`. Never rejects. */
  readonly refreshRecordings: () => Promise<void>;
  /** Fetches a stored file to be played or saved; null where its URL is enough. */
  readonly openRecording: OpenRecording | null;
  /** A recording that is on this device, to be played or saved. Rejects with `recording/storage-failed` when it is gone. */
  readonly openLocalRecording: (recordingId: RecordingId) => Promise<OpenedRecording>;
  /** Fetches the encoded frames of a stored recording, and makes a stereo WAV file of them. */
  readonly openSn3AsWav: OpenSn3AsWav;
  /** Makes files of recordings, to be saved. */
  readonly exporter: RecordingExporter;
  /** Starts the next attempt of a waiting upload now. */
  readonly retryUpload: (recordingId: RecordingId) => void;
  /** Ends the sending of a recording until it is retried; it stays on this device. */
  readonly cancelUpload: (recordingId: RecordingId) => void;
  /** Deletes a recording from this device, for good when the store does not have it. What the store has stays there. Never rejects. */
  readonly deleteLocalRecording: (recordingId: RecordingId) => Promise<void>;
}
