import type { ReadonlyStore } from '../shared/store.ts';

/** What the page's icon tells from afar. */
export type DeskActivity = 'idle' | 'ringing' | 'in-call';

/** Whether the system may show messages of this page. `unsupported`: this browser has none. */
export type NotificationPermission = 'ask' | 'granted' | 'denied' | 'unsupported';

/** A message that the system shows. Plain text. */
export interface DeskNotification {
  readonly title: string;
  readonly body: string;
  /** The person pressed it. The page has been brought to the front. */
  readonly onPress: () => void;
}

/** What the buttons of a headset or a keyboard ask for (Media Session). */
export interface DeskButtons {
  readonly onToggleMute: () => void;
  readonly onHangUp: () => void;
  /** Play or pause, the one button of many headsets. Null: it is left to what plays on the page. */
  readonly onPlayPause: (() => void) | null;
}

/** The machine around the page. Nothing here rejects or throws: what a browser lacks is left out. */
export interface DeskPort {
  /** Runs it when what has just changed on the page is in sight; at once where nobody looks at the page. */
  readonly onceDrawn: (run: () => void) => void;
  /** In the tab, the window list and the task bar. */
  readonly show: (title: string, activity: DeskActivity) => void;
  /** Keeps the screen on, or lets it sleep again. */
  readonly keepAwake: (wanted: boolean) => void;
  /** Whether the browser asks before the page is closed or reloaded. */
  readonly guardClosing: (wanted: boolean) => void;
  /** Whether the person looks at the page, or at a small window of it. */
  readonly hasFocus: () => boolean;
  readonly notifications: ReadonlyStore<NotificationPermission>;
  /** Asks the person for permission. To be called in a click: browsers refuse it anywhere else. */
  readonly askForNotifications: () => Promise<void>;
  /** Shows a message, where that is allowed. Returns how it is taken away. */
  readonly notify: (notification: DeskNotification) => () => void;
  /** What the system shows of the call under way; null when there is none. */
  readonly showMicrophone: (state: 'on' | 'muted' | null) => void;
  readonly setButtons: (buttons: DeskButtons) => void;
}
