import { type FocusEvent, type RefObject, useLayoutEffect, useRef, useState } from 'react';

const indexOf = (element: Element): number => {
  const row = element.closest<HTMLElement>('[data-index]');
  return row === null ? -1 : Number(row.dataset['index']);
};

/** Keeps the focus in a list of rows: where the one that had it is removed, the next one in its place gets it. */
export function useKeptFocus(list: RefObject<HTMLElement | null>) {
  const focused = useRef<Element | null>(null);
  const [focusedIndex, setFocusedIndex] = useState(-1);
  useLayoutEffect(() => {
    if (focused.current?.isConnected !== false || document.activeElement !== document.body) return;
    focused.current = null;
    const rows = [...(list.current?.querySelectorAll<HTMLElement>('[data-index]') ?? [])];
    (rows.find((row) => indexOf(row) >= focusedIndex) ?? rows.at(-1))?.focus();
  });
  return {
    /** Of the row that has the focus; −1 while none has. */
    focusedIndex,
    onFocus({ target }: FocusEvent): void {
      focused.current = target;
      setFocusedIndex(indexOf(target));
    },
    onBlur({ relatedTarget, currentTarget }: FocusEvent): void {
      if (relatedTarget === null || currentTarget.contains(relatedTarget)) return;
      focused.current = null;
      setFocusedIndex(-1);
    },
  };
}
