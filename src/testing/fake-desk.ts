import type {
  DeskActivity,
  DeskButtons,
  DeskNotification,
  DeskPort,
  NotificationPermission,
} from '#core/desk/desk-port.ts';
import { createStore, type Store } from '#core/shared/store.ts';

/** A machine around the page that shows what it was told, and whose buttons a test presses. */
export interface FakeDesk extends DeskPort {
  readonly notifications: Store<NotificationPermission>;
  readonly shown: () => {
    readonly title: string;
    readonly activity: DeskActivity;
    readonly awake: boolean;
    readonly guarded: boolean;
    readonly microphone: 'on' | 'muted' | null;
    readonly messages: readonly DeskNotification[];
  };
  readonly press: Omit<DeskButtons, 'onPlayPause'> & {
    readonly onPlayPause: () => 'taken' | 'left to the page';
  };
  readonly lookAway: () => void;
  /** From now on what waits for a drawing waits, until the function that this returns is called. */
  readonly holdDrawing: () => () => void;
}

/** One whose person looks at the page and has allowed messages. */
export function createFakeDesk(): FakeDesk {
  let title = '';
  let activity: DeskActivity = 'idle';
  let awake = false;
  let guarded = false;
  let microphone: 'on' | 'muted' | null = null;
  let focused = true;
  let undrawn: (() => void)[] | null = null;
  let buttons: DeskButtons | null = null;
  const messages: DeskNotification[] = [];
  const notifications = createStore<NotificationPermission>('granted');
  return {
    onceDrawn(run) {
      if (undrawn === null) run();
      else undrawn.push(run);
    },
    holdDrawing() {
      const held: (() => void)[] = [];
      undrawn = held;
      return () => {
        undrawn = null;
        for (const run of held) run();
      };
    },
    show(nextTitle, nextActivity) {
      title = nextTitle;
      activity = nextActivity;
    },
    keepAwake: (wanted) => void (awake = wanted),
    guardClosing: (wanted) => void (guarded = wanted),
    hasFocus: () => focused,
    notifications,
    async askForNotifications() {
      notifications.setState('granted');
    },
    notify(notification) {
      if (notifications.getState() !== 'granted') return () => undefined;
      messages.push(notification);
      return () => {
        const index = messages.indexOf(notification);
        if (index >= 0) messages.splice(index, 1);
      };
    },
    showMicrophone: (state) => void (microphone = state),
    setButtons: (next) => void (buttons = next),
    shown: () => ({ title, activity, awake, guarded, microphone, messages: [...messages] }),
    press: {
      onToggleMute: () => buttons?.onToggleMute(),
      onHangUp: () => buttons?.onHangUp(),
      onPlayPause() {
        const press = buttons?.onPlayPause ?? null;
        press?.();
        return press === null ? 'left to the page' : 'taken';
      },
    },
    lookAway: () => void (focused = false),
  };
}
