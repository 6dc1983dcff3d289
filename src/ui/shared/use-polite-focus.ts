import { type RefObject, useLayoutEffect } from 'react';

const nobodyHasFocus = (): boolean =>
  document.activeElement === null || document.activeElement === document.body;

/**
 * Focus for something that comes by itself. It takes the focus only when nothing else has it, so that no key that was
 * meant for another place lands here, and never onto a button, so that Enter and Space decide nothing by accident.
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
    if (nobodyHasFocus()) element.focus({ preventScroll: true });
    return () => {
      if (!element.contains(document.activeElement)) return;
      requestAnimationFrame(() => {
        if (nobodyHasFocus()) findNext?.()?.focus({ preventScroll: true });
      });
    };
  }, [ref, findNext]);
}
