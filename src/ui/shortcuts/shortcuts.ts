import { callCapabilities } from '#core/call/capabilities.ts';
import { selectIncomingCalls, selectTalkingCall } from '#core/call/selectors.ts';
import type { Softphone } from '#core/softphone-types.ts';

/** What can be done with the keyboard from anywhere. */
export type ShortcutName = 'accept' | 'reject' | 'mute' | 'hold' | 'hangUp' | 'dial' | 'smallWindow';

/** The letter that goes with Alt and Shift, where it is on a Latin keyboard (UI Events, `code`). */
export const shortcutKeys: Readonly<Record<ShortcutName, string>> = {
  accept: 'A',
  reject: 'R',
  mute: 'M',
  hold: 'K',
  hangUp: 'H',
  dial: 'D',
  smallWindow: 'W',
};

type Keys = Pick<KeyboardEvent, 'altKey' | 'shiftKey' | 'ctrlKey' | 'metaKey' | 'code'>;

/** The shortcut that these keys are; null for any others. Alt and Shift together are text in no layout of a letter key alone. */
export function shortcutOf({ altKey, shiftKey, ctrlKey, metaKey, code }: Keys): ShortcutName | null {
  if (!altKey || !shiftKey || ctrlKey || metaKey) return null;
  const names = Object.keys(shortcutKeys) as ShortcutName[];
  return names.find((name) => code === `Key${shortcutKeys[name]}`) ?? null;
}

type Phone = Pick<Softphone, 'calls' | 'accept' | 'reject' | 'hangUp' | 'setMuted' | 'hold' | 'resume'>;

/** What the page does and not the phone. */
export interface PageCommands {
  /** Brings the dial field into sight. */
  readonly dial: () => void;
  readonly openSmallWindow: () => void;
}

/** Does it, if it can be done now. */
export async function runShortcut(name: ShortcutName, phone: Phone, page: PageCommands): Promise<void> {
  const state = phone.calls.getState();
  const [caller] = selectIncomingCalls(state);
  const call = selectTalkingCall(state);
  const can = call === null ? null : callCapabilities(call);
  switch (name) {
    case 'accept':
      if (caller !== undefined) await phone.accept(caller.callId);
      return;
    case 'reject':
      if (caller !== undefined) phone.reject(caller.callId);
      return;
    case 'mute':
      if (call !== null && can?.canMute === true) phone.setMuted(call.callId, !call.microphoneMuted);
      return;
    case 'hold':
      if (call !== null && can?.canHold === true) await phone.hold(call.callId);
      else if (call !== null && can?.canResume === true) await phone.resume(call.callId);
      return;
    case 'hangUp':
      if (call !== null && can?.canHangup === true) phone.hangUp(call.callId);
      return;
    case 'dial':
      page.dial();
      return;
    case 'smallWindow':
      page.openSmallWindow();
  }
}
