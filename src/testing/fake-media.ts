import type { PhoneErrorCode } from '#core/errors/phone-error.ts';
import { PhoneError } from '#core/errors/phone-error.ts';
import type { AudioSource } from '#core/media/audio-source.ts';
import type { CallAudioPort, SoundPermission } from '#core/media/call-audio-port.ts';
import type { MicrophonePort } from '#core/media/microphone-port.ts';
import { createStore } from '#core/shared/store.ts';

/** A source with a name, so that a test can tell which one it got back. */
export const fakeSource = (name: string): AudioSource => ({ name }) as unknown as AudioSource;

/** A microphone that counts its open copies and fails on demand. */
export interface FakeMicrophone extends MicrophonePort {
  readonly open: () => number;
  readonly muted: () => readonly boolean[];
  /** The copies that carry sound now. */
  readonly live: () => readonly AudioSource[];
  /** Whether the browser would have to ask. At first it would. */
  readonly allow: () => void;
  /** Unplugs the device; another one takes its place. */
  readonly replug: () => void;
  /** From now on `acquire` rejects with this code; null mends it. */
  readonly failWith: (code: PhoneErrorCode | null) => void;
  /** From now on `acquire` waits, as behind a permission prompt, until the returned function is called. */
  readonly hold: () => () => void;
}

/** Makes it. */
export function createFakeMicrophone(): FakeMicrophone {
  /** What a copy gives → whether it is muted. */
  const copies = new Map<AudioSource, boolean>();
  const moves = new Set<() => void>();
  let count = 0;
  let allowed = false;
  let failure: PhoneErrorCode | null = null;
  let prompt: Promise<void> = Promise.resolve();

  return {
    open: () => copies.size,
    muted: () => [...copies.values()],
    live: () => [...copies].flatMap(([source, muted]) => (muted ? [] : [source])),
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
    async acquire(onReplaced) {
      await prompt;
      if (failure !== null) throw new PhoneError({ code: failure });
      let source = fakeSource(`microphone-${(count += 1)}`);
      copies.set(source, false);
      const move = () => {
        const muted = copies.get(source) ?? false;
        copies.delete(source);
        source = fakeSource(`microphone-${(count += 1)}`);
        copies.set(source, muted);
        onReplaced(source);
      };
      moves.add(move);
      return {
        get source() {
          return source;
        },
        setMuted: (muted) => copies.has(source) && copies.set(source, muted),
        release() {
          copies.delete(source);
          moves.delete(move);
        },
      };
    },
  };
}

/** The telephone's own sounds. */
type FakeTone = 'ring' | 'call-waiting' | 'ringback';

/** Call audio that remembers what sounds. */
export interface FakeCallAudio extends CallAudioPort {
  /** What can be heard now: names of tones, and sources. */
  readonly sounding: () => readonly (AudioSource | FakeTone)[];
  readonly metered: () => number;
}

/** Makes it. */
export function createFakeCallAudio(): FakeCallAudio {
  const sounding = new Set<{ readonly what: AudioSource | FakeTone }>();
  const permission = createStore<SoundPermission>('unknown');
  const meters = new Set<object>();

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
    prepare: allow,
    unlock: allow,
    playRemote: sound,
    startRinging: () => soundTone('ring'),
    startCallWaiting: () => soundTone('call-waiting'),
    startRingback: () => soundTone('ringback'),
    meter() {
      const meter = {};
      meters.add(meter);
      return {
        rms: () => (meters.has(meter) ? 0.5 : 0),
        stop: () => {
          meters.delete(meter);
        },
      };
    },
  };
}
