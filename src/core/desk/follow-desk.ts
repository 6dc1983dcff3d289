import type { CallInfo } from '../call/call-info.ts';
import type { CallStoreState } from '../call/call-store.ts';
import { selectIncomingCalls, selectTalkingCall } from '../call/selectors.ts';
import { partyName } from '../contacts/known-names.ts';
import type { CallId } from '../shared/ids.ts';
import type { Softphone } from '../softphone-types.ts';
import type { DeskActivity, DeskPort } from './desk-port.ts';

/** Its words, in the language of the page. */
export interface DeskWords {
  readonly idle: string;
  readonly ringing: (name: string) => string;
  readonly calling: (name: string) => string;
  readonly inCall: (name: string) => string;
  readonly inCalls: (count: number) => string;
  readonly incomingTitle: (name: string) => string;
  readonly incomingBody: string;
}

interface Calls {
  readonly ringing: readonly CallInfo[];
  readonly taken: readonly CallInfo[];
}

function sort({ liveCalls, incomingCalls }: CallStoreState): Calls {
  const calls = [...liveCalls.values()];
  return {
    ringing: calls.filter(({ callId }) => incomingCalls.has(callId)),
    taken: calls.filter(({ callId }) => !incomingCalls.has(callId)),
  };
}

const nothing = (): void => undefined;

function titleOf({ ringing, taken }: Calls, words: DeskWords, nameOf: (call: CallInfo) => string): string {
  const [caller] = ringing;
  if (caller !== undefined) return words.ringing(nameOf(caller));
  const [call, another] = taken;
  if (call === undefined) return words.idle;
  if (another !== undefined) return words.inCalls(taken.length);
  const isPlaced = call.direction === 'Outgoing' && call.connectedAt === null;
  return isPlaced ? words.calling(nameOf(call)) : words.inCall(nameOf(call));
}

function activityOf({ ringing, taken }: Calls): DeskActivity {
  if (ringing.length > 0) return 'ringing';
  return taken.length > 0 ? 'in-call' : 'idle';
}

/**
 * Lets the machine take part in calls: title and icon, a message of the system for a call that comes in while the person
 * looks elsewhere, the screen that stays on, the question before the page is closed, and the buttons of a headset.
 * `onShowCalls` brings the calls into sight. Returns how everything is said anew, after the language has changed.
 */
export function followDesk({
  phone,
  desk,
  words,
  onShowCalls,
}: {
  readonly phone: Pick<Softphone, 'calls' | 'people' | 'accept' | 'hangUp' | 'setMuted'>;
  readonly desk: DeskPort;
  readonly words: () => DeskWords;
  readonly onShowCalls: () => void;
}): () => void {
  const shown = new Map<CallId, () => void>();
  const nameOf = (call: CallInfo) => partyName(phone.people.names.getState(), call);

  const notifyOf = ({ ringing }: Calls): void => {
    const waiting = new Set(ringing.map(({ callId }) => callId));
    for (const [callId, takeAway] of shown) {
      if (waiting.has(callId)) continue;
      shown.delete(callId);
      takeAway();
    }
    for (const call of ringing) {
      if (shown.has(call.callId)) continue;
      const { incomingTitle, incomingBody } = words();
      const takeAway = desk.hasFocus()
        ? () => undefined
        : desk.notify({ title: incomingTitle(nameOf(call)), body: incomingBody, onPress: onShowCalls });
      shown.set(call.callId, takeAway);
    }
  };

  const onToggleMute = (): void => {
    const call = selectTalkingCall(phone.calls.getState());
    if (call !== null) phone.setMuted(call.callId, !call.microphoneMuted);
  };
  const onHangUp = (): void => {
    const call = selectTalkingCall(phone.calls.getState());
    if (call !== null) phone.hangUp(call.callId);
  };
  const onAccept = (): void => {
    const [caller] = selectIncomingCalls(phone.calls.getState());
    if (caller !== undefined) void phone.accept(caller.callId).catch(() => undefined);
  };
  const playPauseOf = ({ ringing, taken }: Calls): (() => void) | null => {
    if (ringing.length > 0) return onAccept;
    // In a call it would end that, or silence the remote party, by a touch that was meant for music.
    return taken.length > 0 ? nothing : null;
  };

  const sayAnew = (): void => {
    const state = phone.calls.getState();
    const calls = sort(state);
    desk.show(titleOf(calls, words(), nameOf), activityOf(calls));
    desk.keepAwake(calls.taken.length > 0);
    desk.guardClosing(calls.taken.length > 0);
    const call = selectTalkingCall(state);
    desk.showMicrophone(call === null ? null : call.microphoneMuted ? 'muted' : 'on');
    desk.setButtons({ onToggleMute, onHangUp, onPlayPause: playPauseOf(calls) });
    notifyOf(calls);
  };

  // A call that comes in is drawn first: the person decides on what they see.
  let isWaiting = false;
  phone.calls.subscribe(() => {
    if (isWaiting) return;
    isWaiting = true;
    desk.onceDrawn(() => {
      isWaiting = false;
      sayAnew();
    });
  });
  phone.people.names.subscribe(sayAnew);
  sayAnew();
  return sayAnew;
}
