import { type RefObject, useLayoutEffect } from 'react';

const nobodyHasFocus = (): boolean =>
  document.activeElement === null || document.activeElement === document.body;

/**
 * Focus for something that comes by itself. It takes the focus only when nothing else has it, so that no key that was
 * meant for another place lands here, and never onto a button, so that Enter and Space decide nothing by accident. It is
 * painted before that: a focus has the browser lay out the page, and what comes in would be seen later for it.
 * When it goes with the focus inside, the focus moves to `findNext()`, asked once the page has changed; without one, to
 * where `keepFocus` puts it.
 */
export function usePoliteFocus(
  ref: RefObject<HTMLElement | null>,
  findNext?: () => HTMLElement | null | undefined,
): void {
  useLayoutEffect(() => {
    const element = ref.current;
    if (element === null) return undefined;
    let frame = requestAnimationFrame(() => {
      frame = requestAnimationFrame(() => {
        if (nobodyHasFocus()) element.focus({ preventScroll: true });
      });
    });
    return () => {
      cancelAnimationFrame(frame);
      if (!element.contains(document.activeElement)) return;
      requestAnimationFrame(() => {
        if (nobodyHasFocus()) findNext?.()?.focus({ preventScroll: true });
      });
    };
  }, [ref, findNext]);
}
