import { PhoneError } from '../errors/phone-error.ts';
import type { OwnVoice } from '../media/own-voice.ts';
import type { CallId } from '../shared/ids.ts';
import type { CallControls } from './call-controls.ts';
import type { ClientCallHandler } from './call-handler.ts';
import { callCapabilities } from './capabilities.ts';
import type { Conference } from './conference.ts';

/** Who hears the person, and who hears whom. */
export interface TalkingCommands {
  /** Of a call in a conference, mutes the person for all of it. Ignored unless the capabilities of the call allow it. */
  readonly setMuted: (callId: CallId, muted: boolean) => void;
  /**
   * Makes one conversation of all calls that are connected, and takes back who is held. Who was muted for one of them is muted
   * for all. Rejects with PhoneError `call/not-possible-now` where there are not two, and like `resume`.
   */
  readonly bringTogether: () => Promise<void>;
  /** Takes a call out of the conversation, and holds it. Rejects like `hold`: it is still in it then. */
  readonly takeApart: (callId: CallId) => Promise<void>;
}

/** Builds them. */
export function createTalkingCommands(deps: {
  readonly calls: Pick<ClientCallHandler, 'store' | 'setMuted'>;
  readonly controls: Pick<CallControls, 'hold' | 'resume'>;
  readonly conference: Conference;
  readonly ownVoice: Pick<OwnVoice, 'setMuted'>;
}): TalkingCommands {
  const { calls, controls, conference, ownVoice } = deps;

  const setMutedOf = (parties: Iterable<CallId>, muted: boolean): void => {
    for (const party of parties) {
      const call = calls.store.getState().callInfo.get(party);
      if (call === undefined || !callCapabilities(call).canMute || !calls.setMuted(party, muted)) continue;
      ownVoice.setMuted(party, muted);
    }
  };

  return {
    setMuted(callId, muted) {
      const members = conference.members.getState();
      setMutedOf(members.has(callId) ? members : [callId], muted);
    },
    async bringTogether() {
      const parties = [...calls.store.getState().liveCalls.values()].filter(
        ({ state }) => state === 'Connected',
      );
      if (parties.length < 2) throw new PhoneError({ code: 'call/not-possible-now' });
      for (const { callId, onHold } of parties) if (onHold) await controls.resume(callId);
      const callIds = parties.map(({ callId }) => callId);
      const { callInfo } = calls.store.getState();
      if (callIds.some((callId) => callInfo.get(callId)?.microphoneMuted)) setMutedOf(callIds, true);
      conference.join(callIds);
    },
    async takeApart(callId) {
      await controls.hold(callId);
      conference.leave(callId);
    },
  };
}
