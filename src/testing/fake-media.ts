import type { PhoneErrorCode } from '#core/errors/phone-error.ts';
import { PhoneError } from '#core/errors/phone-error.ts';
import type { AudioSource } from '#core/media/audio-source.ts';
import type { CallAudioPort, OutputRole, SoundPermission } from '#core/media/call-audio-port.ts';
import type { MicrophonePort, MicrophoneWish } from '#core/media/microphone-port.ts';
import { createStore } from '#core/shared/store.ts';

/** A source with a name, so that a test can tell which one it got back. */
export const fakeSource = (name: string): AudioSource => ({ name }) as unknown as AudioSource;

/** A microphone that counts its open copies and fails on demand. */
export interface FakeMicrophone extends MicrophonePort {
  readonly open: () => number;
  readonly muted: () => readonly boolean[];
  /** The copies that carry sound now. */
  readonly live: () => readonly AudioSource[];
  /** Switches what carries sound on or off, as a stack does with the track that it sends. Ignored for what is no copy. */
  readonly enable: (source: AudioSource, enabled: boolean) => void;
  /** Whether the browser would have to ask. At first it would. */
  readonly allow: () => void;
  /** Unplugs the device; another one takes its place. */
  readonly replug: () => void;
  /** What was wished for last, successfully. */
  readonly wish: () => MicrophoneWish;
  /** The device that a copy comes from; null for the default. */
  readonly deviceOf: (source: AudioSource) => string | null;
  /** The devices beside the default. At first `headset`. */
  readonly plugged: Set<string>;
  /** From now on `acquire` rejects with this code; null mends it. */
  readonly failWith: (code: PhoneErrorCode | null) => void;
  /** From now on `acquire` waits, as behind a permission prompt, until the returned function is called. */
  readonly hold: () => () => void;
}

/** Makes it. */
export function createFakeMicrophone(): FakeMicrophone {
  /** What a copy gives → whether it is muted, and where it comes from. */
  const copies = new Map<AudioSource, { muted: boolean; readonly deviceId: string | null }>();
  const moves = new Set<() => void>();
  const plugged = new Set(['headset']);
  let wish: MicrophoneWish = {
    deviceId: null,
    groupId: 'desk',
    processing: { echoCancellation: true, noiseSuppression: true, autoGainControl: true },
  };
  let count = 0;
  let allowed = false;
  let failure: PhoneErrorCode | null = null;
  let prompt: Promise<void> = Promise.resolve();

  const openCopy = (muted: boolean): AudioSource => {
    const source = fakeSource(`microphone-${(count += 1)}`);
    const wanted = wish.deviceId;
    copies.set(source, { muted, deviceId: wanted !== null && plugged.has(wanted) ? wanted : null });
    return source;
  };

  return {
    open: () => copies.size,
    muted: () => [...copies.values()].map(({ muted }) => muted),
    live: () => [...copies].flatMap(([source, { muted }]) => (muted ? [] : [source])),
    enable(source, enabled) {
      const copy = copies.get(source);
      if (copy !== undefined) copy.muted = !enabled;
    },
    wish: () => wish,
    deviceOf: (source) => copies.get(source)?.deviceId ?? null,
    plugged,
    allow() {
      allowed = true;
    },
    isAllowed: () => Promise.resolve(allowed),
    failWith(code) {
      failure = code;
    },
    hold() {
      let answer = () => {};
      prompt = new Promise((resolve) => {
        answer = resolve;
      });
      return () => answer();
    },
    replug: () => moves.forEach((move) => move()),
    async use(wanted) {
      await prompt;
      const isOpen = copies.size > 0;
      if (isOpen && failure !== null) throw new PhoneError({ code: failure });
      if (isOpen && wanted.deviceId !== null && !plugged.has(wanted.deviceId)) {
        throw new PhoneError({ code: 'media/device-gone' });
      }
      const isSame = JSON.stringify(wanted) === JSON.stringify(wish);
      wish = wanted;
      if (!isSame) moves.forEach((move) => move());
    },
    async acquire(onReplaced) {
      await prompt;
      if (failure !== null) throw new PhoneError({ code: failure });
      let source = openCopy(false);
      const move = () => {
        const muted = copies.get(source)?.muted ?? false;
        copies.delete(source);
        source = openCopy(muted);
        onReplaced(source);
      };
      moves.add(move);
      return {
        get source() {
          return source;
        },
        setMuted(muted) {
          const copy = copies.get(source);
          if (copy !== undefined) copy.muted = muted;
        },
        release() {
          copies.delete(source);
          moves.delete(move);
        },
      };
    },
  };
}

/** The telephone's own sounds. */
type FakeTone = 'ring' | 'call-waiting' | 'ringback' | 'beep' | 'auto-answer';

/** Call audio that remembers what sounds. */
export interface FakeCallAudio extends CallAudioPort {
  /** What can be heard now: names of tones, and sources. */
  readonly sounding: () => readonly (AudioSource | FakeTone)[];
  /** On which device a sound is heard; null is the default. */
  readonly outputOf: (what: AudioSource | FakeTone) => string | null;
  /** The output devices beside the default. At first `headset` and `loudspeaker`. */
  readonly outputs: Set<string>;
  readonly metered: () => number;
  /** From now on the browser lets the page make no sound. */
  readonly block: () => void;
  /** What is mixed now: the sources of each mix. */
  readonly mixed: () => readonly (readonly AudioSource[])[];
  /** What meters say, 0.5 at first. */
  readonly setLevel: (rms: number) => void;
  /** The microphone that is in what a beep sends; null for anything else. */
  readonly mixedInto: (outgoing: AudioSource) => AudioSource | null;
}

/** Makes it. */
export function createFakeCallAudio(): FakeCallAudio {
  const sounding = new Set<{ readonly what: AudioSource | FakeTone }>();
  const permission = createStore<SoundPermission>('unknown');
  const meters = new Set<object>();
  const mixes = new Set<{ readonly source: AudioSource; readonly sources: readonly AudioSource[] }>();
  const outputs = new Set(['headset', 'loudspeaker']);
  const chosen: Record<OutputRole, string | null> = { speaker: null, ringer: null };
  let level = 0.5;
  const beeped = new Map<AudioSource, () => AudioSource>();

  const allow = () => {
    permission.setState('allowed');
    return Promise.resolve();
  };
  const sound = (what: AudioSource | FakeTone) => {
    const entry = { what };
    sounding.add(entry);
    return () => {
      sounding.delete(entry);
    };
  };
  /** The phone's own sounds start what plays them. */
  const soundTone = (tone: FakeTone) => {
    void allow();
    return sound(tone);
  };

  return {
    permission,
    sounding: () => [...sounding].map(({ what }) => what),
    metered: () => meters.size,
    block: () => permission.setState('blocked'),
    outputs,
    outputOf: (what) => chosen[what === 'ring' || what === 'auto-answer' ? 'ringer' : 'speaker'],
    setLevel(rms) {
      level = rms;
    },
    canChooseOutput: true,
    setOutput(role, deviceId) {
      if (deviceId !== null && !outputs.has(deviceId)) {
        return Promise.reject(new PhoneError({ code: 'media/device-gone' }));
      }
      chosen[role] = deviceId;
      return Promise.resolve();
    },
    mixedInto: (outgoing) => beeped.get(outgoing)?.() ?? null,
    prepare: allow,
    unlock: allow,
    playRemote: sound,
    startRinging: () => soundTone('ring'),
    startCallWaiting: () => soundTone('call-waiting'),
    startAutoAnswerTone: () => soundTone('auto-answer'),
    startRingback: () => soundTone('ringback'),
    mix(sources) {
      const mix = { source: fakeSource('mix'), sources };
      mixes.add(mix);
      return { source: mix.source, stop: () => void mixes.delete(mix) };
    },
    mixed: () => [...mixes].map(({ sources }) => sources),
    startBeep(microphone) {
      const stop = sound('beep');
      const outgoing = fakeSource('beep and microphone');
      let voice = microphone;
      beeped.set(outgoing, () => voice);
      return {
        outgoing,
        setMicrophone(source) {
          voice = source;
        },
        stop,
      };
    },
    meter() {
      const meter = {};
      meters.add(meter);
      return {
        rms: () => (meters.has(meter) ? level : 0),
        stop: () => {
          meters.delete(meter);
        },
      };
    },
  };
}
