import type { CallStoreState } from '../call/call-store.ts';
import type { PhoneConfig } from '../config/phone-config.ts';
import { heardRms, openMicrophoneEar, type MicrophoneEar } from '../devices/microphone-ear.ts';
import type { SoundDevices } from '../devices/sound-devices.ts';
import { toPhoneErrorDetail, type PhoneErrorDetail } from '../errors/phone-error.ts';
import type { CallAudioPort, OutputRole } from '../media/call-audio-port.ts';
import { wantedCandidates } from '../media/candidate-types.ts';
import type { MicrophonePort } from '../media/microphone-port.ts';
import type { AccountsState } from '../registration/account-state.ts';
import type { Clock } from '../shared/clock.ts';
import { createStore, type ReadonlyStore } from '../shared/store.ts';
import type { PhoneCheckState } from './check-state.ts';
import type { NetworkPort } from './network-port.ts';

/** Long enough for somebody who reads what they are asked and then says something. */
const listenMs = 8000;
const lookEveryMs = 50;

/** Looks whether a call would work, without calling anybody. A call that runs hears nothing of it. */
export interface PhoneCheck {
  /** Null before a check, and after it was stopped. */
  readonly store: ReadonlyStore<PhoneCheckState | null>;
  /**
   * Begins anew; to be called from a click, because a tone is played. Where nobody is signed in, `server` is tried, by
   * default the deployment's. Never throws.
   */
  readonly start: (server?: string) => void;
  /** Lets go of the microphone, and forgets what was found. Idempotent. */
  readonly stop: () => void;
  /** How loud the microphone is at this moment, 0 to 1; 0 when it is not listened to. */
  readonly rms: () => number;
  /** Plays the tone once more; to be called from a click. Ignored unless there is a check whose microphone is done. */
  readonly playTone: () => void;
  /** What the person says of the tone. Ignored unless they are asked. */
  readonly answerTone: (isHeard: boolean) => void;
}

/** What it looks at. */
export interface PhoneCheckDeps {
  readonly network: NetworkPort;
  readonly microphone: Pick<MicrophonePort, 'acquire'>;
  readonly callAudio: Pick<CallAudioPort, 'meter' | 'unlock' | 'permission'>;
  readonly soundDevices: Pick<SoundDevices, 'refresh'>;
  readonly testOutput: (role: OutputRole) => void;
  readonly accounts: ReadonlyStore<AccountsState>;
  readonly calls: ReadonlyStore<CallStoreState>;
  readonly config: Pick<PhoneConfig, 'defaultServer' | 'iceServers'>;
  readonly clock: Pick<Clock, 'setTimer'>;
}

const begun: PhoneCheckState = {
  microphone: { phase: 'opening' },
  speaker: 'waiting',
  server: { phase: 'checking' },
  soundWay: { phase: 'checking' },
};

/** Makes it. Nothing is opened before `start`. */
export function createPhoneCheck(deps: PhoneCheckDeps): PhoneCheck {
  const { network, microphone, callAudio, soundDevices, testOutput, accounts, calls, config, clock } = deps;
  const store = createStore<PhoneCheckState | null>(null);
  let ear: MicrophoneEar | null = null;
  /** Counts the checks: what an earlier one finds is nobody's any more. */
  let turn = 0;

  const put = (changes: Partial<PhoneCheckState>): void =>
    store.setState((state) => (state === null ? null : { ...state, ...changes }));

  const closeEar = (): void => {
    ear?.close();
    ear = null;
  };

  /** Why none of an account's servers answers; null when one does. */
  const reachOneOf = async (servers: readonly string[]): Promise<PhoneErrorDetail | null> => {
    let first: PhoneErrorDetail | null = null;
    for (const server of servers) {
      try {
        await network.reach(server);
        return null;
      } catch (error) {
        first ??= toPhoneErrorDetail(error);
      }
    }
    return first;
  };

  const checkServer = async (mine: number, spare: string): Promise<void> => {
    const signedIn = [...accounts.getState().accounts.values()].map(({ settings }) => settings.servers);
    const failures = await Promise.all((signedIn.length > 0 ? signedIn : [[spare]]).map(reachOneOf));
    const error = failures.find((failure) => failure !== null);
    const isPageReachable = error === undefined || (await network.isPageReachable());
    if (mine !== turn) return;
    put({ server: error === undefined ? { phase: 'reached' } : { phase: 'failed', error, isPageReachable } });
  };

  const checkSoundWay = async (mine: number): Promise<void> => {
    const wanted = wantedCandidates(config.iceServers);
    const found = await network.gather(config.iceServers, wanted);
    if (mine !== turn) return;
    put({
      soundWay: { phase: 'gathered', found, missing: wanted.filter((type) => !found.includes(type)) },
    });
  };

  /** Resolves with true at the first sound; with false after a while without, and when the check is over. */
  const listen = (mine: number, rms: () => number): Promise<boolean> =>
    new Promise((resolve) => {
      const look = (leftMs: number): void => {
        if (mine !== turn || leftMs <= 0) resolve(false);
        else if (rms() >= heardRms) resolve(true);
        else clock.setTimer(() => look(leftMs - lookEveryMs), lookEveryMs);
      };
      look(listenMs);
    });

  const checkMicrophone = async (mine: number): Promise<void> => {
    try {
      const opened = await openMicrophoneEar(microphone, callAudio);
      if (mine !== turn) {
        opened.close();
        return;
      }
      ear = opened;
      put({ microphone: { phase: 'listening' } });
      // The browser names the devices from now on.
      void soundDevices.refresh();
      const isHeard = await listen(mine, opened.rms);
      if (mine !== turn) return;
      closeEar();
      put({ microphone: { phase: isHeard ? 'heard' : 'silent' } });
    } catch (error) {
      if (mine === turn) put({ microphone: { phase: 'failed', error: toPhoneErrorDetail(error) } });
    }
  };

  const playTone = async (mine: number): Promise<void> => {
    await callAudio.unlock();
    if (mine !== turn) return;
    if (calls.getState().liveCalls.size > 0) put({ speaker: 'in-call' });
    else if (callAudio.permission.getState() === 'blocked') put({ speaker: 'blocked' });
    else {
      testOutput('speaker');
      put({ speaker: 'asking' });
    }
  };

  /** One after the other: the microphone would hear the tone. */
  const checkSound = async (mine: number): Promise<void> => {
    await callAudio.unlock();
    await checkMicrophone(mine);
    if (mine === turn) await playTone(mine);
  };

  const stop = (): void => {
    turn += 1;
    closeEar();
    store.setState(null);
  };

  return {
    store,
    stop,
    rms: () => ear?.rms() ?? 0,
    start(server = config.defaultServer) {
      stop();
      store.setState(begun);
      void checkServer(turn, server);
      void checkSoundWay(turn);
      void checkSound(turn);
    },
    playTone() {
      const state = store.getState();
      if (state !== null && state.speaker !== 'waiting') void playTone(turn);
    },
    answerTone(isHeard) {
      if (store.getState()?.speaker === 'asking') put({ speaker: isHeard ? 'heard' : 'unheard' });
    },
  };
}
