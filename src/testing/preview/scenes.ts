import type { CallInfo } from '#core/call/call-info.ts';
import type { PhoneConfig } from '#core/config/phone-config.ts';
import { asCallId } from '#core/shared/ids.ts';
import { buildCall } from '../call-builders.ts';
import { aliceAtExample, createFakeSoftphone, type FakeSoftphone } from '../fake-softphone.ts';
import { measureCall } from './measure-call.ts';
import { lampsOfPeople, peopleOf } from './people-scenes.ts';
import { longName, parties } from './parties.ts';
import { recordingScenes } from './recording-scenes.ts';
import { storedSound } from './stored-sound.ts';

/** The demo's settings. */
export const previewConfig: PhoneConfig = {
  demo: true,
  accounts: [],
  defaultServer: 'ws://localhost:8080/sip',
  iceServers: [],
  audio: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  identity: { trustAsserted: false },
  calls: { limit: 4, history: 200 },
  hooks: null,
  recording: {
    policy: 'always',
    sampleRateHz: 16000,
    beepSeconds: 0,
    announcement: 'This call is recorded for quality. Is that all right with you?',
    uploadUrl: '/recordings/uploads',
    listUrl: '/recordings',
    upload: 'after-call',
    sinks: ['upload'],
    keepLocal: 'until-stored',
    sn3: false,
    token: null,
  },
};

const now = Date.now();

const bob: Partial<CallInfo> = {
  ...parties.bob,
  direction: 'Incoming',
  subject: 'Delivery 4711, two boxes are missing',
};

const connected: Partial<CallInfo> = { state: 'Connected', connectedAt: now - 12_000 };

/** Two voices that take turns, and now and then speak at once. */
function speak(): { readonly remote: number; readonly local: number } {
  const t = performance.now() / 1000;
  const syllables = (rate: number) => Math.abs(Math.sin(t * rate)) * (0.6 + 0.4 * Math.sin(t * rate * 2.7));
  const turn = Math.sin(t * 1.1);
  return {
    remote: turn > -0.2 ? 0.16 * syllables(9) ** 2 : 0.002,
    local: turn < 0.1 ? 0.2 * syllables(7.3) ** 2 : 0.002,
  };
}

const recordCall = (phone: FakeSoftphone, { callId }: CallInfo) =>
  phone.setRecording(callId, {
    phase: 'on',
    sinceMs: now - 12_000,
    paused: false,
    silent: [false, false],
  });

function addCall(phone: FakeSoftphone, changes: Partial<CallInfo>) {
  const call = buildCall({ createdAt: now - 20_000, ...changes });
  // A call is seen while it lives before it is seen to have ended.
  phone.book.add(call);
  return call;
}

function endLater(phone: FakeSoftphone, changes: Partial<CallInfo>, ending: Partial<CallInfo>) {
  const call = addCall(phone, changes);
  setTimeout(() => phone.book.change(call.callId, { endedAt: now, ...ending }), 50);
}

const scenes: Readonly<Record<string, (phone: FakeSoftphone) => void>> = {
  idle() {},
  connecting(phone) {
    phone.setRegistration({
      status: 'connecting',
      error: { code: 'signalling/server-unreachable', details: 'wss://example.com/sip, code 1006' },
    });
  },
  calling: (phone) => void addCall(phone, {}),
  ringing: (phone) => void addCall(phone, { state: 'Ringing', remoteUri: 'sip:carol@example.com' }),
  'in-call'(phone) {
    const call = addCall(phone, { ...bob, ...connected });
    recordCall(phone, call);
    const dips = Array.from(
      { length: 60 },
      (_, second) => 4.38 - (second > 20 && second < 27 ? 0.9 : 0.05 * (second % 3)),
    );
    measureCall(phone, call, dips, null);
  },
  'poor-sound'(phone) {
    const call = addCall(phone, { ...bob, ...connected });
    recordCall(phone, call);
    const sinking = Array.from({ length: 60 }, (_, second) => 4.3 - second * 0.045);
    measureCall(phone, call, sinking, 'nothing-arrives');
  },
  unrecorded: (phone) => void addCall(phone, { ...bob, ...connected, microphoneMuted: true }),
  'recording-failed'(phone) {
    const { callId } = addCall(phone, { ...bob, ...connected });
    phone.setRecording(callId, { phase: 'off', error: { code: 'recording/storage-full' } });
  },
  'two-calls'(phone) {
    recordCall(phone, addCall(phone, { ...bob, ...connected }));
    addCall(phone, { callId: asCallId('call-2'), state: 'Ringing', remoteUri: 'sip:carol@example.com' });
  },
  consultation(phone) {
    recordCall(phone, addCall(phone, { ...bob, ...connected, onHold: true }));
    addCall(phone, { ...parties.carol, ...connected, callId: asCallId('call-2') });
  },
  transfer(phone) {
    const transfer = {
      initiator: 'local',
      targetUri: 'sip:carol@example.com',
      consultation: null,
      status: 'Ringing',
    } as const;
    addCall(phone, { ...bob, ...connected, onHold: true, transfer });
  },
  conference(phone) {
    recordCall(phone, addCall(phone, { ...parties.bob, ...connected }));
    recordCall(phone, addCall(phone, { ...parties.carol, ...connected, callId: asCallId('call-2') }));
    void phone.bringTogether();
  },
  reconnecting(phone) {
    addCall(phone, { ...bob, ...connected });
    phone.setRegistration({
      status: 'reconnecting',
      sinceMs: now - 7000,
      error: { code: 'signalling/transport-lost' },
    });
  },
  'two-accounts'(phone) {
    phone.signIn({ ...aliceAtExample, address: 'carol@office.example.org', displayName: 'Carol' });
    const [, carol] = phone.accounts.getState().accounts.keys();
    phone.setRegistration({ status: 'registered' }, carol);
    if (carol !== undefined) {
      phone.waitingMessages.setState(
        new Map([[carol, { isWaiting: true, newCount: 2, voicemailUri: 'sip:97@office.example.org' }]]),
      );
      addCall(phone, { ...bob, ...connected, accountId: carol });
      addCall(phone, {
        callId: asCallId('call-2'),
        state: 'IncomingPending',
        direction: 'Incoming',
        remoteUri: '"Dave" <sip:dave@example.com>',
        remoteDisplayName: 'Dave',
        accountId: carol,
      });
    }
  },
  'two-accounts-idle'(phone) {
    phone.signIn({ ...aliceAtExample, address: 'carol@office.example.org', displayName: 'Carol' });
    const [, carol] = phone.accounts.getState().accounts.keys();
    phone.setRegistration({ status: 'failed', error: { code: 'registration/wrong-password' } }, carol);
  },
  'talking-while-muted'(phone) {
    addCall(phone, { ...bob, ...connected, microphoneMuted: true });
    phone.talkingWhileMuted.setState(true);
  },
  sound: (phone) => void phone.soundDevices.choose('ringer', 'loudspeaker'),
  check() {},
  'check-problems'(phone) {
    phone.microphone.failWith('media/permission-denied');
    phone.network.closed.set('wss://example.com/sip', 'signalling/server-unreachable');
    phone.network.give([]);
  },
  data: (phone) => scenes['recordings']?.(phone),
  'sound-in-call'(phone) {
    addCall(phone, { ...bob, ...connected });
    phone.callAudio.setLevel(0.06);
    void phone.soundDevices
      .choose('microphone', 'headset')
      .then(() => phone.audioDevices.plug({ inputs: [{ id: 'webcam', label: 'Webcam' }] }));
  },
  'long-name': (phone) => void addCall(phone, { ...connected, ...parties.konstantin }),
  strip(phone) {
    scenes['recordings']?.(phone);
    addCall(phone, { ...bob, ...connected, callId: asCallId('recorded-0') });
  },
  ended(phone) {
    endLater(
      phone,
      { ...bob, ...connected, connectedAt: now - 83_000 },
      {
        state: 'Terminated',
        wasConnectedWhenEnded: true,
        end: { cause: 'hung-up', initiator: 'remote', sipCode: null, reason: '' },
      },
    );
    endLater(
      phone,
      { callId: asCallId('call-2'), remoteUri: 'sip:noanswer@example.com' },
      {
        state: 'Failed',
        end: { cause: 'no-answer', initiator: 'remote', sipCode: 480, reason: '' },
      },
    );
    endLater(
      phone,
      { callId: asCallId('call-3'), remoteUri: 'sip:carol@example.com' },
      {
        state: 'Failed',
        error: { code: 'media/permission-denied', details: 'NotAllowedError' },
      },
    );
  },
  incoming(phone) {
    addCall(phone, { ...bob, state: 'IncomingPending' });
  },
  'incoming-two'(phone) {
    recordCall(phone, addCall(phone, { ...parties.carol, ...connected }));
    addCall(phone, { ...bob, state: 'IncomingPending', callId: asCallId('call-2') });
    addCall(phone, {
      direction: 'Incoming',
      state: 'IncomingPending',
      callId: asCallId('call-3'),
      remoteDisplayName: 'عبد الرحمن بن محمد',
      subject: longName,
    });
    phone.sound.setState('blocked');
  },
  'incoming-third'(phone) {
    recordCall(phone, addCall(phone, { ...parties.carol, ...connected }));
    addCall(phone, {
      ...connected,
      onHold: true,
      callId: asCallId('call-2'),
      remoteUri: 'sip:dan@example.com',
    });
    addCall(phone, { ...bob, state: 'IncomingPending', callId: asCallId('call-3') });
  },
  notices(phone) {
    const { forward } = phone.callRules.store.getState();
    phone.callRules.change({
      doNotDisturb: true,
      forward: { ...forward, always: { ...forward.always, isOn: true, target: 'carol@example.com' } },
    });
    phone.deviceRoom.setState(0.83);
    scenes['recovered']?.(phone);
  },
  'sound-blocked': (phone) => phone.sound.setState('blocked'),
  'sign-in': (phone) => void phone.signOut(),
  'sign-in-unknown': (phone) => void phone.signOut(),
  failed(phone) {
    scenes['sign-in']?.(phone);
    setTimeout(() => {
      phone.signIn(aliceAtExample);
      phone.setRegistration({
        status: 'failed',
        error: { code: 'registration/wrong-password', details: '403 Forbidden' },
      });
    }, 50);
  },
  'failed-inside'(phone) {
    phone.setRegistration({
      status: 'failed',
      error: { code: 'registration/refused', details: '403 Forbidden' },
    });
  },
  ...recordingScenes,
};

/** A fake phone in the middle of a scene; idle for a name that is none. */
export function buildScene(name: string): FakeSoftphone {
  const isAboutPeople = /^(?:history|contacts)/.test(name);
  const { openRecording, readPeaks } = storedSound;
  const phone: FakeSoftphone = {
    ...createFakeSoftphone(aliceAtExample, {
      openRecording,
      ...(isAboutPeople ? { people: peopleOf(name).openPage() } : {}),
    }),
    readPeaks,
  };
  if (name.startsWith('history')) scenes['recordings']?.(phone);
  if (isAboutPeople) {
    void phone.people.open();
    phone.busyLamps.setState(lampsOfPeople);
  }
  phone.setLevels((callId) => {
    const call = phone.book.get(callId);
    if (call?.state !== 'Connected') return null;
    return call.microphoneMuted ? { ...speak(), local: 0 } : speak();
  });
  scenes[name]?.(phone);
  return phone;
}
