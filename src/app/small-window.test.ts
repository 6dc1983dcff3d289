import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { createBrowserDesk } from '#platform/desk/browser-desk.ts';
import { createSmallWindow } from './small-window.ts';

describe('the person looks at the phone', () => {
  const opened = { closed: false, isOther: false, isLookedAt: false };
  const small = {
    focus: () => undefined,
    get closed() {
      return opened.closed;
    },
    get document() {
      if (opened.isOther) throw new DOMException('another origin', 'SecurityError');
      return { hasFocus: () => opened.isLookedAt };
    },
  };
  let window = createSmallWindow();
  beforeEach(() => {
    Object.assign(opened, { closed: false, isOther: false, isLookedAt: false });
    vi.spyOn(document, 'hasFocus').mockReturnValue(false);
    vi.spyOn(globalThis, 'open').mockReturnValue(small as unknown as Window);
    window = createSmallWindow();
  });
  afterEach(() => vi.restoreAllMocks());
  const looks = () => createBrowserDesk(window.hasFocus).hasFocus();

  it('in its page, whether there is a small window or not', () => {
    vi.spyOn(document, 'hasFocus').mockReturnValue(true);
    expect(looks()).toBe(true);
    window.open();
    expect(looks()).toBe(true);
  });

  it('in the small window that the page has opened', () => {
    expect(looks()).toBe(false);
    window.open();
    expect(looks()).toBe(false);
    opened.isLookedAt = true;
    expect(looks()).toBe(true);
  });

  it('but not in one that is closed, or that shows something else by now', () => {
    window.open();
    opened.isLookedAt = true;
    opened.isOther = true;
    expect(looks()).toBe(false);
    Object.assign(opened, { isOther: false, closed: true });
    expect(looks()).toBe(false);
  });
});
