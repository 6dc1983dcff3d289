import { expect } from 'vitest';
import { noRules, type CallRules } from '#core/call-rules/call-rules.ts';
import { createClientCallHandler } from '#core/call/call-handler.ts';
import type { CallEnd } from '#core/call/call-end.ts';
import type { ClientEvent } from '#core/call/client-event.ts';
import type { AccountSettings, RecordingPolicy } from '#core/config/phone-config.ts';
import type { PhoneErrorDetail } from '#core/errors/phone-error.ts';
import { nopRecording, type RecordingSink } from '#core/hooks/recording-sink.ts';
import type { LifecycleSink } from '#core/hooks/lifecycle-sink.ts';
import type { FrameTap } from '#core/media/frame-tap.ts';
import type { CallRecordingState } from '#core/recording/call-recording-state.ts';
import type { SamplesListener } from '#core/recording/recorder-port.ts';
import type { RecordingFile } from '#core/recording/recording-meta.ts';
import type { RecordingService } from '#core/recording/recording-service-types.ts';
import type { CallId } from '#core/shared/ids.ts';
import { silentLogger } from '#core/shared/logger.ts';
import { createStore } from '#core/shared/store.ts';
import { createSoftphone } from '#core/softphone.ts';
import { noRecordings, type RecordingsState } from '#core/softphone-types.ts';
import { createFakeAudioDevices, createFakeKeptText } from './fake-audio-devices.ts';
import { createFakeClock } from './fake-clock.ts';
import { createFakeCallAudio, createFakeMicrophone, fakeSource } from './fake-media.ts';
import { tappedFrames } from './fake-recorder.ts';
import { createFakeNetwork } from './fake-network.ts';
import { createFakePeople } from './fake-people.ts';
import { createFakeSignalling } from './fake-signalling.ts';
import { buildRecordingMeta } from './recording-builders.ts';
import { createFakeExporter } from './fake-exporter.ts';
import { createFakeEdits } from './fake-recording-edits.ts';

/** Alice's account. */
export const settings: AccountSettings = {
  address: 'alice@example.com',
  displayName: 'Alice',
  credentials: { kind: 'password', password: 'secret' },
  servers: ['wss://sip.example.com'],
};
/** Bob has hung up. */
export const hungUp: CallEnd = { cause: 'hung-up', initiator: 'remote', sipCode: null, reason: 'Terminated' };

/** What comes of a call whose frames were tapped. */
const tappedFile: RecordingFile = {
  meta: buildRecordingMeta(),
  byteLength: 44,
  durationMs: 0,
  receipt: null,
  sn3: tappedFrames,
  read: () => Promise.resolve(new Uint8Array(44)),
};

/** Recordings that only note what they were asked. */
function createNotedRecordings() {
  const notes: string[] = [];
  const store = createStore<RecordingsState>(noRecordings);
  const samples = new Map<CallId, SamplesListener | null>();
  const tapped = new Set<CallId>();
  const setCall = (callId: CallId, state: CallRecordingState | null) => {
    const calls = new Map(store.getState().calls);
    calls.delete(callId);
    if (state !== null) calls.set(callId, state);
    store.setState((before) => ({ ...before, calls }));
  };
  const service: RecordingService = {
    edits: createFakeEdits(store, () => undefined),
    store,
    prepare: () => Promise.resolve(),
    offer: (callId, asks) => {
      notes.push(`offer ${callId} ${asks ? 'asks' : 'waits'}`);
      setCall(callId, asks ? { phase: 'asking' } : { phase: 'off', error: null });
    },
    start: (call, [remote, local], onSamples = null, frames = null) => {
      samples.set(call.callId, onSamples);
      if (frames !== null) tapped.add(call.callId);
      setCall(call.callId, { phase: 'on', sinceMs: 0, paused: false, silent: [false, false] });
      notes.push(
        `start ${call.callId} ${remote.length === 0 ? 'no remote' : 'remote'} ${local.length === 0 ? 'no local' : 'local'}`,
      );
    },
    setPaused: (callId, paused) => {
      notes.push(`${paused ? 'pause' : 'resume'} ${callId}`);
      const state = store.getState().calls.get(callId);
      if (state?.phase === 'on') setCall(callId, { ...state, paused });
    },
    setSources: (callId, channel) => {
      notes.push(`source ${callId} ${channel}`);
    },
    follow: () => {},
    finish: (callId) => {
      samples.delete(callId);
      setCall(callId, null);
      notes.push(`finish ${callId}`);
      return Promise.resolve(tapped.delete(callId) ? tappedFile : null);
    },
    refresh: () => Promise.resolve(),
    retry: () => {},
    open: null,
    openLocal: () => Promise.reject(new Error('nothing is on this device')),
    cancel: () => {},
    deleteLocal: () => Promise.resolve(),
    deliver: () => Promise.reject(new Error('nothing is uploaded here')),
    resumeLocal: () => Promise.resolve(),
  };
  const sink: RecordingSink = {
    ...nopRecording,
    finishRecording(_signal, { callId, payload }) {
      notes.push(`sink ${callId} ${payload === null ? 'nothing' : 'a file'}`);
      return Promise.reject(new Error('a sink that fails'));
    },
  };
  /** Lets a piece of a call's sound be recorded. */
  const hear = (callId: CallId) => samples.get(callId)?.(Int16Array.of(1), Int16Array.of(2));
  /** Lets a call's recording fail. */
  const fail = (callId: CallId, error: PhoneErrorDetail) => setCall(callId, { phase: 'off', error });
  return { service, sink, notes, hear, fail };
}

/** The whole phone over fakes, signed in. */
export function setUp({
  policy = 'always',
  beepSeconds = 0,
  signedIn = true,
  rules = null,
  sink,
}: {
  policy?: RecordingPolicy;
  beepSeconds?: number;
  signedIn?: boolean;
  rules?: Partial<CallRules> | null;
  sink?: RecordingSink;
} = {}) {
  const microphone = createFakeMicrophone();
  const signalling = createFakeSignalling(microphone.enable);
  const callAudio = createFakeCallAudio();
  const audioDevices = createFakeAudioDevices();
  const recordings = createNotedRecordings();
  const events: ClientEvent[] = [];
  const hooks: string[] = [];
  const lifecycle: LifecycleSink = {
    onRinging: () => void hooks.push('ringing'),
    onEstablished: () => void hooks.push('established'),
    onTransferStarted: (_meta, targetUri) => void hooks.push(`transfer ${targetUri}`),
    onBridgeStarted: (a, b) => void hooks.push(`bridge ${a} ${b}`),
    onBye: (_meta, _hangup, _recording, { url }) => void hooks.push(`bye${url}`),
    onFailed: (_meta, _hangup, { url }) => void hooks.push(`failed${url}`),
  };
  let ids = 0;
  const clock = createFakeClock(0);
  const people = createFakePeople();
  const calls = createClientCallHandler({
    clock,
    createId: () => `call-${(ids += 1)}`,
    logger: silentLogger,
  });
  calls.subscribe((event) => events.push(event));
  const phone = createSoftphone({
    config: {
      identity: { trustAsserted: false },
      defaultServer: 'wss://sip.example.com',
      iceServers: [],
      audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
      recording: {
        policy,
        beepSeconds,
        announcement: null,
        sampleRateHz: 16000,
        uploadUrl: '/recordings/uploads',
        listUrl: '/recordings',
        upload: 'after-call',
        sinks: ['upload'],
        keepLocal: 'until-stored',
        sn3: false,
        token: null,
      },
    },
    clock,
    createAbort: () => new AbortController(),
    logger: silentLogger,
    calls,
    createSignalling: signalling.create,
    microphone,
    callAudio,
    devices: audioDevices,
    network: createFakeNetwork(),
    kept: {
      soundDevices: createFakeKeptText(),
      callRules: createFakeKeptText(rules === null ? null : JSON.stringify({ ...noRules, ...rules })),
      lastDialled: createFakeKeptText(),
      chosenAccount: createFakeKeptText(),
    },
    recordings: recordings.service,
    deviceRoom: createStore<number | null>(null),
    recordingFolder: null,
    offerLinks: null,
    loadPeople: people.load,
    openSn3AsWav: () => Promise.reject(new Error('nothing is decoded here')),
    exporter: createFakeExporter(),
    hooks: { lifecycle, recording: sink ?? recordings.sink },
  });
  if (signedIn) {
    phone.signIn(settings);
    signalling.accountEvent({ kind: 'registered' });
  }
  const stateOf = (callId: CallId) => phone.calls.getState().callInfo.get(callId)?.state;
  const onlyCall = () => {
    const [call] = phone.calls.getState().callInfo.values();
    if (call === undefined) throw new Error('there is no call');
    return call;
  };
  const lastSession = () => {
    const command = signalling.commands.findLast(({ kind }) => kind === 'invite');
    if (command?.kind !== 'invite') throw new Error('there was no INVITE');
    return command.sessionId;
  };
  return {
    phone,
    clock,
    signalling,
    microphone,
    callAudio,
    audioDevices,
    recordings,
    people,
    events,
    hooks,
    stateOf,
    onlyCall,
    lastSession,
  };
}

/** A call that is answered by Bob, whose frames pass `tap`. */
export async function connect(phone: ReturnType<typeof setUp>, tap: FrameTap | null = null) {
  const callId = phone.phone.placeCall('bob');
  await expect.poll(() => phone.signalling.commands.at(-1)?.kind).toBe('invite');
  const sessionId = phone.lastSession();
  if (tap !== null) phone.signalling.sessionEvent(sessionId, { kind: 'framesTapped', tap });
  phone.signalling.sessionEvent(sessionId, { kind: 'remoteAudioChanged', source: fakeSource('bob') });
  phone.signalling.sessionEvent(sessionId, { kind: 'accepted', localSdp: null, remoteSdp: null });
  phone.signalling.sessionEvent(sessionId, { kind: 'confirmed' });
  phone.signalling.sessionEvent(sessionId, { kind: 'mediaConnected' });
  phone.signalling.sessionEvent(sessionId, { kind: 'remoteAudioBegan' });
  return { callId, sessionId };
}
