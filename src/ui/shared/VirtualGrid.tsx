import { type ReactNode, useLayoutEffect, useMemo, useRef, useState, useSyncExternalStore } from 'react';
import { moveInRow, rowAfter } from './grid-keys.ts';
import { createRowWindow } from './row-window.ts';
import styles from './VirtualGrid.module.css';

/** What a row needs to know to be drawn. */
export interface RowState {
  /** Its controls are reached with the Tab key; those of all other rows are not. */
  readonly isActive: boolean;
}

/**
 * A long list of which only what is in sight is in the page: a grid with one row that the Tab key reaches. Arrow keys,
 * Page Up and Down, Home and End go from row to row, and to the left and right through the controls of a row; Enter opens
 * it. The row with the focus is never taken out of the page; when it is removed, its successor has the focus.
 */
export function VirtualGrid<Line>({
  label,
  lines,
  keyOf,
  isHeading,
  estimatePx,
  onOpen,
  children,
}: {
  readonly label: string;
  readonly lines: readonly Line[];
  readonly keyOf: (line: Line, index: number) => string;
  readonly isHeading: (line: Line) => boolean;
  readonly estimatePx: (line: Line) => number;
  readonly onOpen?: (line: Line) => void;
  readonly children: (line: Line, row: RowState) => ReactNode;
}) {
  const scroller = useRef<HTMLDivElement>(null);
  const [active, setActive] = useState<number | null>(null);
  /** The row that is to have the focus as soon as it is in the page. */
  const wanted = useRef<number | null>(null);
  /** What has the focus, or had it when it was removed. */
  const focused = useRef<HTMLElement | null>(null);

  const firstRow = lines.findIndex((line) => !isHeading(line));
  const current = Math.min(active ?? firstRow, lines.length - 1);

  const [rows] = useState(createRowWindow);
  useSyncExternalStore(rows.subscribe, rows.version);
  useLayoutEffect(() => (scroller.current === null ? undefined : rows.open(scroller.current)), [rows]);
  // The same ones for the same lines: with others every row, of 100,000, is laid out anew.
  const layout = useMemo(
    () => ({
      count: lines.length,
      keyOf(index: number): string {
        const line = lines[index];
        return line === undefined ? String(index) : keyOf(line, index);
      },
      estimatePx(index: number): number {
        const line = lines[index];
        return line === undefined ? 0 : estimatePx(line);
      },
    }),
    [lines, keyOf, estimatePx],
  );
  useLayoutEffect(
    () => rows.setRows({ ...layout, keptIndexes: current < 0 ? [] : [current], offsetPx: 0 }),
    [rows, layout, current],
  );

  useLayoutEffect(() => {
    // The row that had the focus is gone: the next one has its place.
    if (focused.current?.isConnected === false && document.activeElement === document.body) {
      wanted.current = current;
    }
    if (wanted.current === null) return;
    const row = scroller.current?.querySelector<HTMLElement>(`[data-index="${wanted.current}"]`);
    if (row == null) return;
    wanted.current = null;
    row.focus({ preventScroll: true });
    // An open menu of the row that is gone lets nothing beside it have the focus before it has closed.
    if (document.activeElement === document.body) {
      requestAnimationFrame(() => row.focus({ preventScroll: true }));
    }
  });

  const go = (index: number | null) => {
    if (index === null) return;
    wanted.current = index;
    setActive(index);
    rows.scrollTo(index);
  };

  return (
    <div
      ref={scroller}
      role="grid"
      tabIndex={-1}
      aria-label={label}
      aria-rowcount={lines.length}
      className={styles.scroller}
      onFocus={(event) => {
        focused.current = event.target;
        const row = event.target.closest<HTMLElement>('[data-index]');
        if (row !== null) setActive(Number(row.dataset['index']));
      }}
      onBlur={(event) => {
        if (event.relatedTarget !== null) focused.current = null;
      }}
      onKeyDown={(event) => {
        const row = (event.target as HTMLElement).closest<HTMLElement>('[data-index]');
        if (row === null || event.defaultPrevented || !event.currentTarget.contains(row)) return;
        const index = Number(row.dataset['index']);
        const line = lines[index];
        const next = rowAfter(event.key, index, lines.length, (at) => {
          const other = lines[at];
          return other !== undefined && !isHeading(other);
        });
        if (next !== undefined) {
          event.preventDefault();
          go(next);
        } else if (moveInRow(event.key, row)) {
          event.preventDefault();
        } else if (
          event.key === 'Enter' &&
          event.target === row &&
          line !== undefined &&
          onOpen !== undefined
        ) {
          event.preventDefault();
          onOpen(line);
        }
      }}
    >
      <div role="rowgroup" className={styles.rows} style={{ blockSize: rows.heightPx() }}>
        {rows.drawn().map(({ index, key, start }) => {
          const line = lines[index];
          if (line === undefined) return null;
          const isActive = index === current;
          return (
            <div
              key={key}
              ref={rows.measure}
              role="row"
              aria-rowindex={index + 1}
              data-index={index}
              data-heading={isHeading(line) || undefined}
              tabIndex={isHeading(line) ? undefined : isActive ? 0 : -1}
              className={styles.row}
              style={{ transform: `translateY(${start}px)` }}
            >
              {children(line, { isActive })}
            </div>
          );
        })}
      </div>
    </div>
  );
}
