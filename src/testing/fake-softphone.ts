import { createKeptRules } from '#core/call-rules/kept-rules.ts';
import type { AutoAnswers } from '#core/call-rules/waiting-rules.ts';
import type { CallInfo } from '#core/call/call-info.ts';
import type { AccountSettings, IceServer } from '#core/config/phone-config.ts';
import { PhoneError } from '#core/errors/phone-error.ts';
import type { OutputRole, SoundPermission } from '#core/media/call-audio-port.ts';
import type { CallEnd } from '#core/call/call-end.ts';
import type { CallQuality } from '#core/quality/call-quality.ts';
import type { CallRecordingState } from '#core/recording/call-recording-state.ts';
import { asCallId, type AccountId, type CallId } from '#core/shared/ids.ts';
import type { Clock } from '#core/shared/clock.ts';
import { createStore, type Store } from '#core/shared/store.ts';
import {
  accountIdOf,
  type AccountsState,
  diallingAccount,
  nobody,
} from '#core/registration/account-state.ts';
import type { RegistrationState } from '#core/registration/registration-state.ts';
import {
  noRecordings,
  type CallLevels,
  type RecordingsState,
  type Softphone,
} from '#core/softphone-types.ts';
import type { BusyLamps } from '#core/subscription/busy-lamps.ts';
import type { WaitingMessages } from '#core/subscription/waiting-messages.ts';
import { buildCall } from './call-builders.ts';
import { createPhoneCheck } from '#core/phone-check/phone-check.ts';
import { createMicrophoneTest } from '#core/devices/microphone-test.ts';
import { createSoundDevices } from '#core/devices/sound-devices.ts';
import { silentLogger } from '#core/shared/logger.ts';
import { createFakeAudioDevices, createFakeKeptText, type FakeAudioDevices } from './fake-audio-devices.ts';
import {
  createFakeCallAudio,
  createFakeMicrophone,
  type FakeCallAudio,
  type FakeMicrophone,
} from './fake-media.ts';
import { createFakeIncomingCommands } from './fake-incoming-commands.ts';
import { createFakeNetwork, type FakeNetwork } from './fake-network.ts';
import { createFakePeople } from './fake-people.ts';
import { createFakeTalkingCommands } from './fake-talking-commands.ts';
import { createFakeExporter, type FakeExporter } from './fake-exporter.ts';
import { createFakeEdits } from './fake-recording-edits.ts';
import { createFakeCallBook, type FakeCallBook } from './fake-call-book.ts';

/** A command as it was given: its name and its arguments. */
export type FakeCommand = readonly [name: keyof Softphone, ...args: readonly unknown[]];

/** A phone without a network: its stores are set by hand, its commands have the effects that a page would see. */
export interface FakeSoftphone extends Softphone {
  readonly accounts: Store<AccountsState>;
  readonly waitingMessages: Store<WaitingMessages>;
  readonly busyLamps: Store<BusyLamps>;
  readonly recordings: Store<RecordingsState>;
  readonly quality: Store<ReadonlyMap<CallId, CallQuality>>;
  readonly receivedDigits: Store<ReadonlyMap<CallId, string>>;
  readonly sound: Store<SoundPermission>;
  readonly autoAnswers: Store<AutoAnswers>;
  readonly lastDialled: Store<string>;
  readonly deviceRoom: Store<number | null>;
  readonly talkingWhileMuted: Store<boolean>;
  readonly exporter: FakeExporter;
  readonly book: FakeCallBook;
  readonly audioDevices: FakeAudioDevices;
  readonly microphone: FakeMicrophone;
  readonly callAudio: FakeCallAudio;
  readonly network: FakeNetwork;
  /** Every command so far, oldest first. */
  readonly commands: readonly FakeCommand[];
  /** What the registrar says of an account, by default of the one that calls go out by. */
  readonly setRegistration: (registration: RegistrationState, accountId?: AccountId) => void;
  /** What is told of a call's recording. */
  readonly setRecording: (callId: CallId, state: CallRecordingState) => void;
  /** What meters are told. */
  readonly setLevels: (read: (callId: CallId) => CallLevels | null) => void;
}

const realTimers: Pick<Clock, 'setTimer'> = {
  setTimer(run, delayMs) {
    const timer = setTimeout(run, delayMs);
    return () => clearTimeout(timer);
  },
};

/** Alice at example.com. */
export const aliceAtExample: AccountSettings = {
  address: 'alice@example.com',
  displayName: 'Alice',
  credentials: { kind: 'password', password: 'secret' },
  servers: ['wss://example.com/sip'],
};

/** A phone that nobody has signed in to, or, with `settings`, one that is registered. */
export function createFakeSoftphone(
  settings: AccountSettings | null = null,
  {
    openRecording = null,
    recordingFolder = null,
    canChooseOutput = true,
    iceServers = [],
    people = createFakePeople().openPage(),
  }: Partial<Pick<Softphone, 'openRecording' | 'recordingFolder' | 'people'>> & {
    readonly canChooseOutput?: boolean;
    readonly iceServers?: readonly IceServer[];
  } = {},
): FakeSoftphone {
  const accounts = createStore<AccountsState>(nobody);
  const putAccount = (settings: AccountSettings, registration: RegistrationState): AccountId => {
    const accountId = accountIdOf(settings);
    accounts.setState((state) => ({
      ...state,
      accounts: new Map(state.accounts).set(accountId, { accountId, settings, registration }),
    }));
    return accountId;
  };
  if (settings !== null) putAccount(settings, { status: 'registered' });
  const recordings = createStore<RecordingsState>({ ...noRecordings, listing: 'read' });
  const quality = createStore<ReadonlyMap<CallId, CallQuality>>(new Map());
  const receivedDigits = createStore<ReadonlyMap<CallId, string>>(new Map());
  const autoAnswers = createStore<AutoAnswers>(new Map());
  const lastDialled = createStore('');
  const sound = createStore<SoundPermission>('unknown');
  const book = createFakeCallBook();
  const audioDevices = createFakeAudioDevices();
  const microphone = createFakeMicrophone();
  const callAudio = { ...createFakeCallAudio(), canChooseOutput };
  const soundDevices = createSoundDevices({
    devices: audioDevices,
    microphone,
    callAudio,
    kept: createFakeKeptText(),
    defaults: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
    logger: silentLogger,
  });
  const network = createFakeNetwork();
  const commands: FakeCommand[] = [];
  const testOutput = (role: OutputRole) => void commands.push(['testOutput', role]);
  let levels: (callId: CallId) => CallLevels | null = () => null;

  const setRecording = (callId: CallId, state: CallRecordingState) =>
    recordings.setState((before) => ({ ...before, calls: new Map(before.calls).set(callId, state) }));

  const end = (callId: CallId, cause: CallEnd['cause']) => {
    const call = book.get(callId);
    if (call === undefined || call.endedAt !== null) return;
    const changes: Partial<CallInfo> = {
      state: 'Terminated',
      endedAt: Date.now(),
      wasConnectedWhenEnded: call.connectedAt !== null,
      end: { cause, initiator: 'local', sipCode: null, reason: '' },
    };
    book.change(callId, changes);
  };

  return {
    accounts,
    waitingMessages: createStore<WaitingMessages>(new Map()),
    busyLamps: createStore<BusyLamps>(new Map()),
    setRegistration(registration, accountId) {
      const state = accounts.getState();
      const account = accountId === undefined ? diallingAccount(state) : state.accounts.get(accountId);
      if (account == null) throw new Error('nobody is signed in');
      putAccount(account.settings, registration);
    },
    calls: book.store,
    recordings,
    quality,
    receivedDigits,
    sound,
    deviceRoom: createStore<number | null>(null),
    recordingFolder,
    recordingRules: {
      policy: 'on-demand',
      announcement: 'This call is recorded.',
      beepSeconds: 0,
      sinks: ['upload'],
      keepLocal: 'until-stored',
    },
    setRecording,
    book,
    people,
    audioDevices,
    microphone,
    callAudio,
    soundDevices,
    talkingWhileMuted: createStore(false),
    network,
    phoneCheck: createPhoneCheck({
      network,
      microphone,
      callAudio,
      soundDevices,
      testOutput,
      accounts,
      calls: book.store,
      config: { defaultServer: 'wss://example.com/sip', iceServers },
      clock: realTimers,
    }),
    microphoneTest: createMicrophoneTest(microphone, callAudio, () => void soundDevices.refresh()),
    commands,
    levels: (callId) => levels(callId),
    setLevels(read) {
      levels = read;
    },
    signIn(next) {
      commands.push(['signIn', next]);
      return putAccount(next, { status: 'connecting', error: null });
    },
    signOut(accountId) {
      commands.push(accountId === undefined ? ['signOut'] : ['signOut', accountId]);
      accounts.setState((state) => ({
        ...state,
        accounts: new Map([...state.accounts].filter(([id]) => accountId !== undefined && id !== accountId)),
      }));
      return Promise.resolve();
    },
    chooseAccount(accountId) {
      commands.push(['chooseAccount', accountId]);
      accounts.setState((state) => ({ ...state, chosenId: accountId }));
    },
    placeCall(typed, accountId) {
      commands.push(accountId == null ? ['placeCall', typed] : ['placeCall', typed, accountId]);
      if (diallingAccount(accounts.getState())?.registration.status !== 'registered') {
        throw new PhoneError({ code: 'call/not-registered' });
      }
      if (!/^[^\s@]+(?:@[^\s@]+)?$/.test(typed)) throw new PhoneError({ code: 'call/invalid-target' });
      lastDialled.setState(typed);
      const callId = asCallId(`placed-${commands.length}`);
      const remoteUri = typed.startsWith('sip:')
        ? typed
        : `sip:${typed.includes('@') ? typed : `${typed}@example.com`}`;
      book.add(buildCall({ callId, remoteUri, createdAt: Date.now() }));
      return callId;
    },
    ...createFakeIncomingCommands(book, end, commands),
    callRules: createKeptRules(
      createFakeKeptText(),
      () => diallingAccount(accounts.getState())?.settings.address ?? '',
    ),
    autoAnswers,
    cancelAutoAnswer(callId) {
      commands.push(['cancelAutoAnswer', callId]);
      autoAnswers.setState(new Map());
    },
    lastDialled,
    hangUp(callId) {
      commands.push(['hangUp', callId]);
      end(callId, 'hung-up');
    },
    ...createFakeTalkingCommands(book, end, commands),
    startRecording(callId) {
      commands.push(['startRecording', callId]);
      const sinceMs = Date.now();
      setRecording(callId, { phase: 'on', sinceMs, paused: false, silent: [false, false] });
    },
    stopRecording(callId) {
      commands.push(['stopRecording', callId]);
      setRecording(callId, { phase: 'off', error: null });
    },
    declineRecording(callId) {
      commands.push(['declineRecording', callId]);
      setRecording(callId, { phase: 'off', error: null });
    },
    setRecordingPaused(callId, paused) {
      commands.push(['setRecordingPaused', callId, paused]);
      const state = recordings.getState().calls.get(callId);
      if (state?.phase === 'on') setRecording(callId, { ...state, paused });
    },
    testOutput,
    enableSound() {
      commands.push(['enableSound']);
      sound.setState('allowed');
      return Promise.resolve();
    },
    refreshRecordings() {
      commands.push(['refreshRecordings']);
      return Promise.resolve();
    },
    offerLinks: (scheme) => void commands.push(['offerLinks', scheme]),
    openRecording,
    exporter: createFakeExporter(),
    openLocalRecording(recordingId) {
      commands.push(['openLocalRecording', recordingId]);
      return Promise.resolve({ url: `blob:${recordingId}`, release: () => undefined });
    },
    openSn3AsWav(sn3) {
      commands.push(['openSn3AsWav', sn3]);
      return sn3.codecs.some(({ name }) => name === 'G722')
        ? Promise.reject(new PhoneError({ code: 'recording/not-decodable' }))
        : Promise.resolve({ url: 'blob:wav', release: () => undefined });
    },
    retryUpload: (recordingId) => void commands.push(['retryUpload', recordingId]),
    cancelUpload: (recordingId) => void commands.push(['cancelUpload', recordingId]),
    ...createFakeEdits(recordings, (command) => commands.push(command)),
  };
}
