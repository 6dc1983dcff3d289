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
   * Makes one conversation of all calls that are connected, and takes back who is held. Rejects with PhoneError
   * `call/not-possible-now` where there are not two, and like `resume`.
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

  return {
    setMuted(callId, muted) {
      const members = conference.members.getState();
      for (const party of members.has(callId) ? members : [callId]) {
        const call = calls.store.getState().callInfo.get(party);
        if (call === undefined || !callCapabilities(call).canMute || !calls.setMuted(party, muted)) continue;
        ownVoice.setMuted(party, muted);
      }
    },
    async bringTogether() {
      const parties = [...calls.store.getState().liveCalls.values()].filter(
        ({ state }) => state === 'Connected',
      );
      if (parties.length < 2) throw new PhoneError({ code: 'call/not-possible-now' });
      for (const { callId, onHold } of parties) if (onHold) await controls.resume(callId);
      conference.join(parties.map(({ callId }) => callId));
    },
    async takeApart(callId) {
      await controls.hold(callId);
      conference.leave(callId);
    },
  };
}
