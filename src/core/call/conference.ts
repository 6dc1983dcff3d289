import type { AudioSource } from '../media/audio-source.ts';
import type { AudioMix, CallAudioPort } from '../media/call-audio-port.ts';
import type { CallId } from '../shared/ids.ts';
import { createStore, type ReadonlyStore } from '../shared/store.ts';
import type { ClientCallHandler } from './call-handler.ts';
import { isTalking } from './capabilities.ts';

/** The calls whose parties hear each other. Empty, or two at least. */
export type ConferenceMembers = ReadonlySet<CallId>;

/** Several calls in one: each party hears all but themselves, by mixing here (RFC 4353 §4.4, an end system that mixes). */
export interface Conference {
  readonly members: ReadonlyStore<ConferenceMembers>;
  /** Makes these calls, and those that are in it already, one. Two at least, all connected. One that is being transferred stays until it is gone. */
  readonly join: (callIds: readonly CallId[]) => void;
  /** Takes a call out. The last two part together. Ignored for one that is not in it. */
  readonly leave: (callId: CallId) => void;
  /** To be called when the sound of a call is another: a track was replaced, a microphone changed. Ignored for one that is not in it. */
  readonly refresh: (callId: CallId) => void;
}

const nobody: ConferenceMembers = new Set();

/** Builds it. `send` gives a call another sound to send; `record` tells who is heard in the recording of a call beside the person. */
export function createConference(deps: {
  readonly calls: Pick<ClientCallHandler, 'store'>;
  readonly local: (callId: CallId) => AudioSource | null;
  readonly remote: (callId: CallId) => AudioSource | null;
  readonly mix: CallAudioPort['mix'];
  readonly send: (callId: CallId, source: AudioSource) => void;
  readonly record: (callId: CallId, parties: readonly AudioSource[]) => void;
}): Conference {
  const { calls, local, remote, mix, send, record } = deps;
  const members = createStore<ConferenceMembers>(nobody);
  const mixes = new Map<CallId, AudioMix>();

  const canBeHeard = (callId: CallId): boolean => {
    const call = calls.store.getState().liveCalls.get(callId);
    return call !== undefined && isTalking(call);
  };
  const soundsOf = (read: (callId: CallId) => AudioSource | null, callIds: readonly CallId[]) =>
    callIds.map(read).filter((source) => source !== null);

  /** Everyone else and the person, for each; a new mix is there before the old one goes. */
  const mixAnew = (): void => {
    const all = [...members.getState()];
    for (const callId of all) {
      const others = soundsOf(
        remote,
        all.filter((other) => other !== callId),
      );
      const before = mixes.get(callId);
      const mixed = mix([...soundsOf(local, [callId]), ...others]);
      mixes.set(callId, mixed);
      send(callId, mixed.source);
      before?.stop();
      record(callId, soundsOf(remote, all));
    }
  };

  /** A call is a call again. One that has ended only lets go of its mix. */
  const release = (callId: CallId): void => {
    const source = local(callId);
    if (canBeHeard(callId)) {
      if (source !== null) send(callId, source);
      record(callId, soundsOf(remote, [callId]));
    }
    mixes.get(callId)?.stop();
    mixes.delete(callId);
  };

  const change = (next: ConferenceMembers): void => {
    const before = members.getState();
    members.setState(next.size < 2 ? nobody : next);
    const now = members.getState();
    for (const callId of before) if (!now.has(callId)) release(callId);
    mixAnew();
  };

  calls.store.subscribe(() => {
    const before = members.getState();
    const still = [...before].filter(canBeHeard);
    if (still.length < before.size) change(new Set(still));
  });

  return {
    members,
    join: (callIds) => change(new Set([...members.getState(), ...callIds].filter(canBeHeard))),
    leave(callId) {
      if (!members.getState().has(callId)) return;
      change(new Set([...members.getState()].filter((other) => other !== callId)));
    },
    refresh(callId) {
      if (members.getState().has(callId)) mixAnew();
    },
  };
}
