import type { CallInfo } from '../call/call-info.ts';
import type { CallStoreState } from '../call/call-store.ts';
import type { CallId } from '../shared/ids.ts';
import type { CallAudioPort } from './call-audio-port.ts';

/** A tone that is on or off, whoever asks how often. */
function createSwitch(start: () => () => void): (on: boolean) => void {
  let stop: (() => void) | null = null;
  return (on) => {
    if (on === (stop !== null)) return;
    if (stop === null) {
      stop = start();
    } else {
      stop();
      stop = null;
    }
  };
}

/**
 * Sounds what the calls ask for: the ring while a call waits for a decision, a soft call-waiting tone instead while there
 * is another call to listen to, the ringback tone once the other phone has rung and until sound of its own comes in
 * (RFC 3960 §3.2): a 183 after the 180 changes nothing, whether it promises sound or not, before there is some.
 * Decided by our own state and not by JsSIP's `progress`, which a second 183 loses. A call that `isAccepted` is quiet
 * although the store still has it waiting.
 */
export function createCallTones(
  callAudio: Pick<CallAudioPort, 'startRinging' | 'startCallWaiting' | 'startRingback'>,
  isRemoteHeard: (callId: CallId) => boolean,
  isAccepted: (callId: CallId) => boolean,
): (calls: CallStoreState) => void {
  const ring = createSwitch(callAudio.startRinging);
  const callWaiting = createSwitch(callAudio.startCallWaiting);
  const ringback = createSwitch(callAudio.startRingback);
  const wantsRingback = ({ state, rangAt, connectedAt, callId }: CallInfo) =>
    (state === 'Ringing' || state === 'Proceeding') &&
    rangAt !== undefined &&
    connectedAt === null &&
    !isRemoteHeard(callId);

  return ({ incomingCalls, liveCalls, callInfo, sessionMapping }) => {
    const isWaiting = (callId: CallId) => incomingCalls.has(callId) && !isAccepted(callId);
    const waits = [...incomingCalls.keys()].some(isWaiting);
    const listens = [...liveCalls.keys()].some((callId) => !isWaiting(callId));
    ring(waits && !listens);
    callWaiting(waits && listens);
    ringback(
      [...sessionMapping.keys()].some((callId) => {
        const call = callInfo.get(callId);
        return call !== undefined && wantsRingback(call);
      }),
    );
  };
}
