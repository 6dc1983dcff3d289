import { type RefObject, useLayoutEffect, useState, useSyncExternalStore } from 'react';
import { createRowWindow, type RowWindow, type WindowRows } from '../shared/row-window.ts';

/** A row that is in the page. */
export interface PageRow {
  readonly index: number;
  readonly key: string;
  /** From the beginning of the list. */
  readonly topPx: number;
}

/**
 * The rows of a list that scrolls with its page, of which only those in sight are drawn. All parts of `options` have to be
 * the same ones for as long as nothing has changed.
 */
export function usePageRows(
  list: RefObject<HTMLElement | null>,
  { count, keyOf, estimatePx, keptIndexes }: Omit<WindowRows, 'offsetPx'>,
): Pick<RowWindow, 'measure'> & { readonly rows: readonly PageRow[]; readonly heightPx: number } {
  const [window] = useState(createRowWindow);
  useSyncExternalStore(window.subscribe, window.version);
  const [offsetPx, setOffsetPx] = useState(0);

  useLayoutEffect(() => {
    const page = list.current?.parentElement ?? null;
    const main = page?.closest<HTMLElement>('main') ?? null;
    if (page === null || main === null) return undefined;
    const letGo = window.open(main);
    // What is above the list comes and goes.
    const observer = new ResizeObserver(() => {
      const top = (list.current?.getBoundingClientRect().top ?? 0) - main.getBoundingClientRect().top;
      setOffsetPx(Math.round(top + main.scrollTop));
    });
    observer.observe(page);
    for (const part of page.children) observer.observe(part);
    return () => {
      observer.disconnect();
      letGo();
    };
  }, [window, list]);

  useLayoutEffect(
    () => window.setRows({ count, keyOf, estimatePx, keptIndexes, offsetPx }),
    [window, count, keyOf, estimatePx, keptIndexes, offsetPx],
  );
  return {
    rows: window
      .drawn()
      .map(({ index, key, start }) => ({ index, key: String(key), topPx: start - offsetPx })),
    heightPx: window.heightPx(),
    measure: window.measure,
  };
}
