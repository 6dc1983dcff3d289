import { useCallback, useEffect, useMemo, useRef } from 'react';
import { useStore } from 'zustand';
import type { RecordingItem } from '#core/recording/recording-item.ts';
import type { RecordingId } from '#core/shared/ids.ts';
import { words } from '../words.ts';
import type { Player } from './player.ts';
import styles from './RecordingList.module.css';
import { RecordingRow } from './RecordingRow.tsx';
import { useKeptFocus } from './use-kept-focus.ts';
import { usePageRows } from './use-page-rows.ts';

/** Rows that are chosen together; null while none are. */
export type Selection = ReadonlySet<RecordingId> | null;

/** What a row is high before it is measured. */
const estimatePx = (): number => 81;

/** All that was found, of which only what is in sight is in the page, and the one that is loaded. */
export function RecordingList({
  items,
  player,
  wantedId,
  isLed,
  onLed,
  selection,
  onSelect,
  onDelete,
}: {
  readonly items: readonly RecordingItem[];
  readonly player: Player;
  /** Of the one that a link has led to. */
  readonly wantedId: string | null;
  /** The focus was led there already: it is not taken from somebody who searches. */
  readonly isLed: boolean;
  readonly onLed: () => void;
  readonly selection: Selection;
  readonly onSelect: (recordingId: RecordingId) => void;
  readonly onDelete: (recordingIds: readonly RecordingId[]) => void;
}) {
  const list = useRef<HTMLUListElement>(null);
  const loadedId = useStore(player.store, (state) => state.loadedId);
  const { focusedIndex, ...focus } = useKeptFocus(list);
  const keyOf = useCallback((index: number) => items[index]?.meta.recordingId ?? String(index), [items]);
  const keptIndexes = useMemo(() => {
    const indexOf = (id: string | null) => items.findIndex(({ meta }) => meta.recordingId === id);
    return [indexOf(loadedId), indexOf(wantedId), focusedIndex].filter((index) => index >= 0);
  }, [items, loadedId, wantedId, focusedIndex]);
  const { rows, heightPx, measure } = usePageRows(list, {
    count: items.length,
    keyOf,
    estimatePx,
    keptIndexes,
  });
  const isWantedHere = rows.some(({ key }) => key === wantedId);
  useEffect(() => {
    if (!isWantedHere || isLed) return;
    list.current?.querySelector<HTMLElement>('[aria-current]')?.focus();
    onLed();
  }, [isWantedHere, isLed, onLed]);
  return (
    <ul
      ref={list}
      className={styles.list}
      aria-label={words.recordings.title}
      style={{ blockSize: heightPx }}
      {...focus}
    >
      {rows.map(({ index, key, topPx }) => {
        const item = items[index];
        if (item === undefined) return null;
        const { recordingId } = item.meta;
        return (
          <li
            key={key}
            ref={measure}
            data-index={index}
            aria-setsize={items.length}
            aria-posinset={index + 1}
            tabIndex={-1}
            aria-current={key === wantedId ? 'true' : undefined}
            className={styles.item}
            style={{ transform: `translateY(${topPx}px)` }}
          >
            <RecordingRow
              item={item}
              player={player}
              isLoaded={recordingId === loadedId}
              isSelected={selection === null ? null : selection.has(recordingId)}
              onSelect={onSelect}
              onDelete={onDelete}
            />
          </li>
        );
      })}
    </ul>
  );
}
