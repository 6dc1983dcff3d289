import {
  defaultRangeExtractor,
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type VirtualItem,
  Virtualizer,
} from '@tanstack/virtual-core';

/** The rows of a list, of which only some are drawn. */
export interface WindowRows {
  readonly count: number;
  readonly keyOf: (index: number) => string;
  /** Until a row is measured. */
  readonly estimatePx: (index: number) => number;
  /** Rows that are drawn wherever the list is scrolled. */
  readonly keptIndexes: readonly number[];
  /** How far below the beginning of what scrolls the list begins. */
  readonly offsetPx: number;
}

/** Which rows of a scrolled list are drawn, and where. */
export interface RowWindow {
  readonly subscribe: (listener: () => void) => () => void;
  /** Another one whenever something else is to be drawn. */
  readonly version: () => number;
  /** Their `start` is from the beginning of what scrolls. */
  readonly drawn: () => readonly VirtualItem[];
  readonly heightPx: () => number;
  /** To be called in the page's layout phase: begins to watch, and lets go with what it returns. */
  readonly open: (scroller: HTMLElement) => () => void;
  readonly setRows: (rows: WindowRows) => void;
  /** To be called with each row's element as it comes and goes. */
  readonly measure: (element: HTMLElement | null) => void;
  readonly scrollTo: (index: number) => void;
}

/** Rows beyond the edges, so that a turn of the wheel finds them drawn. */
const rowsBeyond = 4;

/** A window on no rows. */
export function createRowWindow(): RowWindow {
  const listeners = new Set<() => void>();
  let version = 0;
  const tell = (): void => {
    version += 1;
    for (const listener of listeners) listener();
  };
  let scroller: HTMLElement | null = null;
  const options = {
    count: 0,
    getScrollElement: () => scroller,
    estimateSize: () => 0,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    overscan: rowsBeyond,
    onChange: tell,
  };
  const virtualizer = new Virtualizer<HTMLElement, HTMLElement>(options);
  return {
    subscribe(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    version: () => version,
    drawn: () => virtualizer.getVirtualItems(),
    heightPx: () => virtualizer.getTotalSize(),
    open(element) {
      scroller = element;
      virtualizer._willUpdate();
      const letGo = virtualizer._didMount();
      return () => {
        letGo();
        scroller = null;
      };
    },
    setRows({ count, keyOf, estimatePx, keptIndexes, offsetPx }) {
      virtualizer.setOptions({
        ...options,
        count,
        getItemKey: keyOf,
        estimateSize: estimatePx,
        scrollMargin: offsetPx,
        rangeExtractor(range) {
          const shown = defaultRangeExtractor(range);
          const beyond = keptIndexes.filter((index) => index < range.count && !shown.includes(index));
          return beyond.length === 0 ? shown : [...new Set([...shown, ...beyond])].sort((a, b) => a - b);
        },
      });
      virtualizer._willUpdate();
      tell();
    },
    measure: (element) => virtualizer.measureElement(element),
    scrollTo: (index) => virtualizer.scrollToIndex(index),
  };
}
