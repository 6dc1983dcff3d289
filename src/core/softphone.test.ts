import { describe, expect, it } from 'vitest';
import { createFakeCallAudio, createFakeMicrophone, fakeSource } from '#testing/fake-media.ts';
import { createFakeSignalling } from '#testing/fake-signalling.ts';
import { createClientCallHandler } from './call/call-handler.ts';
import type { CallEnd } from './call/call-end.ts';
import type { AccountSettings, RecordingPolicy } from './config/phone-config.ts';
import { nopRecording, type RecordingSink } from './hooks/recording-sink.ts';
import { defaultRegistry } from './hooks/registry.ts';
import type { RecordingService } from './recording/recording-service.ts';
import { silentLogger } from './shared/logger.ts';
import type { CallId } from './shared/ids.ts';
import { createStore } from './shared/store.ts';
import { createSoftphone } from './softphone.ts';
import type { RecordingsState } from './softphone-types.ts';

const settings: AccountSettings = {
  address: 'alice@example.com',
  displayName: 'Alice',
  credentials: { kind: 'password', password: 'secret' },
  servers: ['wss://sip.example.com'],
};
const hungUp: CallEnd = { cause: 'hung-up', initiator: 'remote', sipCode: null, reason: 'Terminated' };

/** Recordings that only note what they were asked. */
function createNotedRecordings() {
  const notes: string[] = [];
  const store = createStore<RecordingsState>({ items: [], listError: null, listing: 'never-read' });
  const service: RecordingService = {
    store,
    prepare: () => Promise.resolve(),
    start: (call, remote, local) => {
      notes.push(
        `start ${call.callId} ${remote === null ? 'no remote' : 'remote'} ${local === null ? 'no local' : 'local'}`,
      );
    },
    setSource: (callId, channel) => {
      notes.push(`source ${callId} ${channel}`);
    },
    finish: (callId) => {
      notes.push(`finish ${callId}`);
      return Promise.resolve(null);
    },
    refresh: () => Promise.resolve(),
    retry: () => {},
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
  return { service, sink, notes };
}

function setUp({
  policy = 'always',
  signedIn = true,
}: { policy?: RecordingPolicy; signedIn?: boolean } = {}) {
  const signalling = createFakeSignalling();
  const microphone = createFakeMicrophone();
  const callAudio = createFakeCallAudio();
  const recordings = createNotedRecordings();
  let ids = 0;
  const clock = { nowMs: () => 0, setTimer: () => () => {} };
  const calls = createClientCallHandler({
    clock,
    createId: () => `call-${(ids += 1)}`,
    logger: silentLogger,
  });
  const phone = createSoftphone({
    config: {
      iceServers: [],
      recording: { policy, sampleRateHz: 16000, uploadUrl: '/recordings/uploads', listUrl: '/recordings' },
    },
    clock,
    logger: silentLogger,
    calls,
    createSignalling: signalling.create,
    microphone,
    callAudio,
    recordings: recordings.service,
    hooks: { ...defaultRegistry, recording: recordings.sink },
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
  return { phone, signalling, microphone, callAudio, recordings, stateOf, onlyCall, lastSession };
}

/** A call that is answered by Bob. */
async function connect(phone: ReturnType<typeof setUp>) {
  const callId = phone.phone.placeCall('bob');
  await expect.poll(() => phone.signalling.commands.at(-1)?.kind).toBe('invite');
  const sessionId = phone.lastSession();
  phone.signalling.sessionEvent(sessionId, { kind: 'remoteAudioChanged', source: fakeSource('bob') });
  phone.signalling.sessionEvent(sessionId, { kind: 'accepted', localSdp: null, remoteSdp: null });
  phone.signalling.sessionEvent(sessionId, { kind: 'confirmed' });
  return { callId, sessionId };
}

describe('an account', () => {
  it('is registered when the registrar says so and offline after signing out', async () => {
    const { phone, signalling } = setUp({ signedIn: false });
    phone.signIn(settings);
    expect(phone.account.getState().registration.status).toBe('connecting');
    signalling.accountEvent({ kind: 'registered' });
    expect(phone.account.getState().registration.status).toBe('registered');
    await phone.signOut();
    expect(phone.account.getState()).toEqual({ settings: null, registration: { status: 'offline' } });
    expect(signalling.commands.map(({ kind }) => kind)).toEqual(['start', 'stop']);
  });

  it('that cannot work is refused and nothing is started', () => {
    const { phone, signalling } = setUp({ signedIn: false });
    expect(() => phone.signIn({ ...settings, address: 'alice' })).toThrow('account/invalid-address');
    expect(signalling.commands).toEqual([]);
  });
});

describe('an outgoing call', () => {
  it('is in the store before anything was sent, and goes to the resolved address', async () => {
    const { phone, signalling, stateOf } = setUp();
    const callId = phone.placeCall('+1 (555) 010-99');
    expect(stateOf(callId)).toBe('Initiating');
    await expect
      .poll(() => signalling.commands.at(-1))
      .toMatchObject({ kind: 'invite', targetUri: 'sip:+155501099@example.com' });
  });

  it('sounds the ringback until the remote party is heard', async () => {
    const { phone, signalling, callAudio, lastSession } = setUp();
    phone.placeCall('bob');
    await expect.poll(() => signalling.commands.at(-1)?.kind).toBe('invite');
    signalling.sessionEvent(lastSession(), { kind: 'progressed', sipCode: 180, reason: 'Ringing' });
    expect(callAudio.sounding()).toEqual(['ringback']);
    signalling.sessionEvent(lastSession(), { kind: 'accepted', localSdp: null, remoteSdp: null });
    expect(callAudio.sounding()).toEqual([]);
  });

  it('is recorded from the answer to the end and then holds nothing open', async () => {
    const parts = setUp();
    const { callId, sessionId } = await connect(parts);
    expect(parts.recordings.notes).toEqual([`source ${callId} 0`, `start ${callId} remote local`]);
    expect(parts.phone.levels(callId)).toEqual({ local: 0.5, remote: 0.5 });
    parts.signalling.sessionEvent(sessionId, {
      kind: 'ended',
      confirmed: true,
      state: 'Terminated',
      end: hungUp,
    });
    expect(parts.recordings.notes.at(-1)).toBe(`finish ${callId}`);
    await expect.poll(() => parts.recordings.notes.at(-1)).toBe(`sink ${callId} nothing`);
    expect(parts.microphone.open()).toBe(0);
    expect(parts.callAudio.sounding()).toEqual([]);
    expect(parts.callAudio.metered()).toBe(0);
    expect(parts.phone.levels(callId)).toBeNull();
  });

  it('is not recorded where the policy says never', async () => {
    const parts = setUp({ policy: 'never' });
    await connect(parts);
    expect(parts.recordings.notes.filter((note) => note.startsWith('start'))).toEqual([]);
  });

  it('fails with the reason when there is no microphone, and nothing is sent', async () => {
    const { phone, signalling, microphone, onlyCall } = setUp();
    microphone.failWith('media/microphone-busy');
    phone.placeCall('bob');
    await expect.poll(() => onlyCall().state).toBe('Failed');
    expect(onlyCall().error).toEqual({ code: 'media/microphone-busy' });
    expect(signalling.commands.map(({ kind }) => kind)).toEqual(['start']);
  });

  it('releases the microphone when the person hung up during the permission prompt', async () => {
    const { phone, signalling, microphone, stateOf } = setUp();
    const answerPrompt = microphone.hold();
    const callId = phone.placeCall('bob');
    phone.hangUp(callId);
    expect(stateOf(callId)).toBe('Cancelled');
    answerPrompt();
    await expect.poll(() => microphone.open()).toBe(0);
    expect(signalling.commands.map(({ kind }) => kind)).toEqual(['start']);
  });

  it('is refused while nobody is signed in, and for a target that is none', () => {
    const { phone } = setUp({ signedIn: false });
    expect(() => phone.placeCall('bob')).toThrow('call/not-registered');
    const signedIn = setUp();
    expect(() => signedIn.phone.placeCall('two words')).toThrow('call/invalid-target');
    expect(signedIn.phone.calls.getState().callInfo.size).toBe(0);
  });

  it('mutes its own microphone only while it is connected', async () => {
    const parts = setUp();
    const { callId } = await connect(parts);
    parts.phone.setMuted(callId, true);
    expect(parts.microphone.muted()).toEqual([true]);
    expect(parts.onlyCall().microphoneMuted).toBe(true);
    parts.phone.setMuted(callId, false);
    expect(parts.microphone.muted()).toEqual([false]);
    parts.phone.hangUp(callId);
    parts.phone.setMuted(callId, true);
    expect(parts.onlyCall().microphoneMuted).toBe(false);
  });

  it('hangs up once, however often it is asked', async () => {
    const parts = setUp();
    const { callId } = await connect(parts);
    parts.phone.hangUp(callId);
    parts.phone.hangUp(callId);
    expect(parts.signalling.commands.filter(({ kind }) => kind === 'hangUp')).toHaveLength(1);
    expect(parts.stateOf(callId)).toBe('Terminated');
  });
});

describe('an incoming call', () => {
  it('rings until it is accepted, and is connected when the stack says so', async () => {
    const { phone, signalling, callAudio, onlyCall } = setUp();
    const sessionId = signalling.incoming();
    expect(onlyCall().state).toBe('IncomingPending');
    expect(callAudio.sounding()).toEqual(['ring']);
    phone.accept(onlyCall().callId);
    expect(callAudio.sounding()).toEqual([]);
    await expect.poll(() => signalling.commands.at(-1)).toEqual({ kind: 'accept', sessionId });
    signalling.sessionEvent(sessionId, { kind: 'accepted', localSdp: null, remoteSdp: null });
    expect(onlyCall().state).toBe('Connected');
  });

  it('has its microphone open before it is accepted where the browser need not ask, and closed when it is refused', async () => {
    const { phone, signalling, microphone, onlyCall } = setUp();
    microphone.allow();
    signalling.incoming();
    await expect.poll(() => microphone.open()).toBe(1);
    phone.reject(onlyCall().callId);
    expect(microphone.open()).toBe(0);
    expect(signalling.microphones).toEqual([]);
  });

  it('asks for the microphone when it is accepted, where the browser must ask', async () => {
    const { phone, signalling, microphone, onlyCall } = setUp();
    signalling.incoming();
    expect(onlyCall().state).toBe('IncomingPending');
    expect(microphone.open()).toBe(0);
    phone.accept(onlyCall().callId);
    await expect.poll(() => microphone.open()).toBe(1);
  });

  it('is accepted once, however often the button is pressed', async () => {
    const { phone, signalling, onlyCall } = setUp();
    signalling.incoming();
    phone.accept(onlyCall().callId);
    phone.accept(onlyCall().callId);
    await expect.poll(() => signalling.commands.filter(({ kind }) => kind === 'accept')).toHaveLength(1);
    expect(signalling.microphones).toHaveLength(1);
  });

  it('is declined with 603', () => {
    const { phone, signalling, callAudio, onlyCall } = setUp();
    const sessionId = signalling.incoming();
    phone.reject(onlyCall().callId);
    expect(signalling.commands.at(-1)).toEqual({ kind: 'reject', sessionId, sipCode: 603 });
    expect(onlyCall().state).toBe('Terminated');
    expect(callAudio.sounding()).toEqual([]);
  });

  it('stops ringing when the caller gives up', () => {
    const { signalling, callAudio, onlyCall } = setUp();
    const sessionId = signalling.incoming();
    signalling.sessionEvent(sessionId, {
      kind: 'ended',
      confirmed: false,
      state: 'Cancelled',
      end: { cause: 'cancelled', initiator: 'remote', sipCode: null, reason: 'Canceled' },
    });
    expect(onlyCall().state).toBe('Cancelled');
    expect(callAudio.sounding()).toEqual([]);
  });

  it('is refused with 480 and says why when there is no microphone', async () => {
    const { phone, signalling, microphone, onlyCall } = setUp();
    microphone.failWith('media/permission-denied');
    const sessionId = signalling.incoming();
    phone.accept(onlyCall().callId);
    await expect.poll(() => signalling.commands.at(-1)).toEqual({ kind: 'reject', sessionId, sipCode: 480 });
    expect(onlyCall()).toMatchObject({ state: 'Failed', error: { code: 'media/permission-denied' } });
  });

  it('keeps two calls apart', async () => {
    const { phone, signalling, microphone } = setUp();
    signalling.incoming();
    signalling.incoming({ from: '"Carol" <sip:carol@example.com>;tag=2' });
    const [first, second] = [...phone.calls.getState().callInfo.keys()];
    if (first === undefined || second === undefined) throw new Error('two calls were expected');
    phone.accept(first);
    phone.accept(second);
    await expect.poll(() => microphone.open()).toBe(2);
    phone.hangUp(first);
    expect(microphone.open()).toBe(1);
  });
});
