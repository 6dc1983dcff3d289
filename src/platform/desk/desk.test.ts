import { describe, expect, it, vi } from 'vitest';
import { createCloseGuard } from './close-guard.ts';
import { createMediaButtons } from './media-buttons.ts';
import { createNotifications } from './notifications.ts';
import { createPageFace } from './page-face.ts';
import { createWakeLock } from './wake-lock.ts';

describe('title and icon', () => {
  it('get a dot while there are calls, and are as before afterwards', async () => {
    const page = { title: '' };
    const icon = { href: 'data:image/svg+xml,<svg></svg>' };
    const show = createPageFace(page, icon);
    show('Bob is calling', 'ringing');
    expect(page.title).toBe('Bob is calling');
    await vi.waitFor(() => expect(decodeURIComponent(icon.href)).toMatch(/<circle .*<\/svg>$/));
    show('Sidetone', 'idle');
    expect(icon.href).toBe('data:image/svg+xml,<svg></svg>');
  });
});

describe('the lock that keeps the screen on', () => {
  function setUp() {
    const page = Object.assign(new EventTarget(), { visibilityState: 'visible' as const });
    const locks: { released: boolean; release: () => Promise<void> }[] = [];
    const request = vi.fn<() => Promise<WakeLockSentinel>>(async () => {
      const lock = {
        released: false,
        async release() {
          lock.released = true;
        },
      };
      locks.push(lock);
      return lock as WakeLockSentinel;
    });
    return { page, locks, request, keepAwake: createWakeLock({ request }, page) };
  }

  it('is given back when the call is over, also when that was quick', async () => {
    const { keepAwake, locks, request } = setUp();
    keepAwake(true);
    keepAwake(false);
    await vi.waitFor(() => expect(locks[0]?.released).toBe(true));
    expect(request).toHaveBeenCalledOnce();
  });

  it('is taken again when the page is back in sight', async () => {
    const { page, keepAwake, locks } = setUp();
    keepAwake(true);
    await vi.waitFor(() => expect(locks).toHaveLength(1));
    // What the browser does to a hidden page.
    await locks[0]?.release();
    page.dispatchEvent(new Event('visibilitychange'));
    await vi.waitFor(() => expect(locks).toHaveLength(2));
  });

  it('is missed by nobody where there is none, or where the battery runs low', async () => {
    const page = new EventTarget() as Document;
    expect(() => createWakeLock(undefined, page)(true)).not.toThrow();
    const refused = vi.fn<() => Promise<never>>(() =>
      Promise.reject(new DOMException('low battery', 'NotAllowedError')),
    );
    createWakeLock({ request: refused }, Object.assign(page, { visibilityState: 'visible' as const }))(true);
    await vi.waitFor(() => expect(refused).toHaveBeenCalled());
  });
});

it('asks before the page is closed only while there is a reason', () => {
  const page = new EventTarget() as unknown as Window;
  const guard = createCloseGuard(page);
  const close = () => {
    const event = new Event('beforeunload', { cancelable: true });
    page.dispatchEvent(event);
    return event.defaultPrevented;
  };
  expect(close()).toBe(false);
  guard(true);
  guard(true);
  expect(close()).toBe(true);
  guard(false);
  expect(close()).toBe(false);
});

describe('messages of the system', () => {
  class FakeNotification {
    static permission: NotificationPermission = 'default';
    static readonly requestPermission = vi.fn<() => Promise<NotificationPermission>>(
      async () => (FakeNotification.permission = 'granted'),
    );
    static readonly open = new Set<FakeNotification>();
    onclick: (() => void) | null = null;
    readonly title: string;
    constructor(title: string) {
      this.title = title;
      FakeNotification.open.add(this);
    }
    close() {
      FakeNotification.open.delete(this);
    }
  }

  it('are shown once they are allowed, and bring the page to the front', async () => {
    const bringToFront = vi.fn<() => void>();
    const onPress = vi.fn<() => void>();
    const notifications = createNotifications(FakeNotification, '/icon.svg', bringToFront);
    const message = { title: 'Call from <b>Bob</b>', body: 'Press to answer', onPress };
    notifications.notify(message);
    expect(FakeNotification.open.size).toBe(0);
    expect(notifications.permission.getState()).toBe('ask');

    await notifications.ask();
    expect(notifications.permission.getState()).toBe('granted');
    const takeAway = notifications.notify(message);
    const [shown] = FakeNotification.open;
    expect(shown?.title).toBe('Call from <b>Bob</b>');
    shown?.onclick?.();
    expect(bringToFront).toHaveBeenCalledOnce();
    expect(onPress).toHaveBeenCalledOnce();
    takeAway();
    expect(FakeNotification.open.size).toBe(0);
  });

  it('are done without where the person denies them, and the phone knows it', async () => {
    FakeNotification.permission = 'default';
    FakeNotification.requestPermission.mockImplementationOnce(
      async () => (FakeNotification.permission = 'denied'),
    );
    const notifications = createNotifications(FakeNotification, '', () => undefined);
    await notifications.ask();
    notifications.notify({ title: '', body: '', onPress: () => undefined })();
    expect(FakeNotification.open.size).toBe(0);
    expect(notifications.permission.getState()).toBe('denied');
  });

  it('are done without where the browser has none', async () => {
    const notifications = createNotifications(undefined, '', () => undefined);
    await notifications.ask();
    notifications.notify({ title: '', body: '', onPress: () => undefined })();
    expect(notifications.permission.getState()).toBe('unsupported');
  });
});

describe('the buttons of a headset', () => {
  it('work as far as the browser knows them', () => {
    const handlers = new Map<string, (() => void) | null>();
    const active: boolean[] = [];
    const { setButtons, showMicrophone } = createMediaButtons({
      setActionHandler(action, handler) {
        if (action === 'hangup') throw new TypeError('not a valid enum value');
        handlers.set(action, handler);
      },
      setMicrophoneActive: (isActive) => active.push(isActive),
    });
    const onToggleMute = vi.fn<() => void>();
    const [onHangUp, onPlayPause] = [vi.fn<() => void>(), vi.fn<() => void>()];
    setButtons({ onToggleMute, onHangUp, onPlayPause });
    handlers.get('togglemicrophone')?.();
    expect(onToggleMute).toHaveBeenCalledOnce();
    handlers.get('play')?.();
    handlers.get('pause')?.();
    expect(onPlayPause).toHaveBeenCalledTimes(2);
    setButtons({ onToggleMute, onHangUp, onPlayPause: null });
    expect([handlers.get('play'), handlers.get('pause')]).toEqual([null, null]);
    showMicrophone('on');
    showMicrophone('muted');
    showMicrophone('muted');
    showMicrophone(null);
    expect(active).toEqual([true, false]);
  });
});
