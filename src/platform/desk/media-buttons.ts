import type { DeskButtons } from '#core/desk/desk-port.ts';

type ButtonAction = MediaSessionAction | 'togglemicrophone' | 'hangup';

/** The part of the browser's Media Session that is used; some actions are missing in some browsers, which then throw. */
export interface BrowserMediaSession {
  setActionHandler: (action: ButtonAction, handler: (() => void) | null) => void;
  setMicrophoneActive?: (active: boolean) => unknown;
}

/** The buttons of headsets and keyboards, and the microphone in the system's own display. */
export function createMediaButtons(session: BrowserMediaSession | undefined): {
  readonly setButtons: (buttons: DeskButtons) => void;
  readonly showMicrophone: (state: 'on' | 'muted' | null) => void;
} {
  let shown: 'on' | 'muted' | null = null;
  const handlers = new Map<ButtonAction, (() => void) | null>();
  const handle = (action: ButtonAction, handler: (() => void) | null): void => {
    if (handlers.get(action) === handler) return;
    handlers.set(action, handler);
    try {
      session?.setActionHandler(action, handler);
    } catch {
      // This browser does not know the action.
    }
  };
  return {
    setButtons({ onToggleMute, onHangUp, onPlayPause }) {
      handle('togglemicrophone', onToggleMute);
      handle('hangup', onHangUp);
      handle('play', onPlayPause);
      handle('pause', onPlayPause);
    },
    showMicrophone(state) {
      if (state === shown) return;
      shown = state;
      if (state !== null) session?.setMicrophoneActive?.(state === 'on');
    },
  };
}
