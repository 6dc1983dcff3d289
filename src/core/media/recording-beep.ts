import type { CallStoreState } from '../call/call-store.ts';
import type { CallRecordingState } from '../recording/call-recording-state.ts';
import type { CallId } from '../shared/ids.ts';
import type { ReadonlyStore } from '../shared/store.ts';
import type { AudioSource } from './audio-source.ts';
import type { CallAudioPort, RecordingBeep } from './call-audio-port.ts';
import type { CallMedia } from './call-media.ts';

/** What the beeps follow, and what they are made of. */
interface RecordingBeepDeps {
  /** From one beep to the next; 0 for none. */
  readonly config: { readonly recording: { readonly beepSeconds: number } };
  readonly callAudio: Pick<CallAudioPort, 'startBeep' | 'permission'>;
  readonly calls: { readonly store: ReadonlyStore<Pick<CallStoreState, 'liveCalls'>> };
  readonly recordings: {
    readonly store: ReadonlyStore<{ readonly calls: ReadonlyMap<CallId, CallRecordingState> }>;
  };
}

/** Where what calls send passes, and the beeps with it. */
interface RecordingBeeps {
  /** Gives a call another sound to send, with the beep where there is one. At first a call sends its microphone. */
  readonly send: (callId: CallId, source: AudioSource) => void;
  /** What a call sends arrives from now on. */
  readonly onConnected: (callId: CallId) => void;
}

/**
 * Beeps to both sides while a call is recorded: what the call sends goes through a mixer then, and as it is otherwise. A
 * muted person is switched off at the microphone, before the mixer, so that the beep goes out alone. There is no beep while
 * the recording is paused, nor on hold, where nothing is sent and the stack has switched the microphone itself off. Where the
 * browser does not let the page make sound nothing is mixed either: nobody would hear the person. The first beep waits until it
 * can arrive: a call is answered, and recorded, before ICE and DTLS are through.
 *
 * `send` gives a call a sound to send as it is.
 */
export function followRecordingBeeps(
  { config, callAudio, calls, recordings }: RecordingBeepDeps,
  media: Pick<CallMedia, 'local'>,
  send: (callId: CallId, source: AudioSource, isMutedAtSource?: boolean) => void,
): RecordingBeeps {
  const { beepSeconds } = config.recording;
  if (beepSeconds === 0) return { send, onConnected: () => undefined };

  const beeps = new Map<CallId, RecordingBeep>();
  /** What was given to calls since they began. */
  const given = new Map<CallId, AudioSource>();
  const connected = new Set<CallId>();
  const soundOf = (callId: CallId): AudioSource | null => given.get(callId) ?? media.local(callId);

  const isDue = (callId: CallId): boolean => {
    const call = calls.store.getState().liveCalls.get(callId);
    const state = recordings.store.getState().calls.get(callId);
    if (call === undefined || !connected.has(callId) || call.onHold || call.remoteOnHold) return false;
    return state?.phase === 'on' && !state.paused;
  };
  const start = (callId: CallId): void => {
    const sound = soundOf(callId);
    if (sound === null || callAudio.permission.getState() !== 'allowed') return;
    const beep = callAudio.startBeep(sound, beepSeconds);
    beeps.set(callId, beep);
    send(callId, beep.outgoing, true);
  };
  const stop = (callId: CallId, beep: RecordingBeep): void => {
    beeps.delete(callId);
    const sound = soundOf(callId);
    if (sound !== null) send(callId, sound);
    beep.stop();
  };
  const follow = (): void => {
    const { liveCalls } = calls.store.getState();
    for (const [callId, beep] of beeps) if (!isDue(callId)) stop(callId, beep);
    for (const kept of [given, connected]) {
      for (const callId of kept.keys()) if (!liveCalls.has(callId)) kept.delete(callId);
    }
    for (const callId of recordings.store.getState().calls.keys()) {
      if (!beeps.has(callId) && isDue(callId)) start(callId);
    }
  };
  calls.store.subscribe(follow);
  recordings.store.subscribe(follow);

  return {
    send(callId, source) {
      given.set(callId, source);
      const beep = beeps.get(callId);
      if (beep === undefined) send(callId, source);
      else beep.setMicrophone(source);
    },
    onConnected(callId) {
      connected.add(callId);
      follow();
    },
  };
}
