import { ListChecks } from 'lucide-react';
import { type RefObject, useCallback, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { toPhoneErrorDetail, type PhoneErrorDetail } from '#core/errors/phone-error.ts';
import type { RecordingId } from '#core/shared/ids.ts';
import { Button } from '../shared/Button.tsx';
import { EmptyList } from '../shared/EmptyList.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { words } from '../words.ts';
import { FolderChoice } from './FolderChoice.tsx';
import { LibraryFilters } from './LibraryFilters.tsx';
import { LibraryNotices } from './LibraryNotices.tsx';
import { createPlayer } from './player.ts';
import { RecordingList, type Selection } from './RecordingList.tsx';
import styles from './RecordingsPage.module.css';
import { SelectionBar } from './SelectionBar.tsx';
import { UndoDelete } from './UndoDelete.tsx';
import { UploadProgress } from './UploadProgress.tsx';
import { useWanted } from './use-wanted.ts';

/** Every recording, wherever it is on its way: being made, on this device, or stored. `part` is the id of one to begin with. */
export function RecordingsPage({ part }: { readonly part: string | null }) {
  const softphone = useSoftphone();
  const items = useStore(softphone.recordings, (state) => state.items);
  const listError = useStore(softphone.recordings, (state) => state.listError);
  const listing = useStore(softphone.recordings, (state) => state.listing);
  const uploads = useStore(softphone.recordings, (state) => state.uploads);
  const [player] = useState(() => createPlayer(new Audio()));
  const { wanted, found, accounts, change, clear } = useWanted(items);
  const [selection, setSelection] = useState<Selection>(null);
  const [failure, setFailure] = useState<PhoneErrorDetail | null>(null);
  useEffect(() => void softphone.refreshRecordings(), [softphone]);
  useEffect(() => player.close, [player]);
  const [ledTo, setLedTo] = useState<string | null>(null);
  const bar = useFocusOnChange(selection !== null);
  const isEmpty = items.length === 0;
  const isFirstRead = isEmpty && (listing === 'reading' || (listing === 'never-read' && listError === null));
  const attempt = useCallback(async (work: () => Promise<void>) => {
    setFailure(null);
    try {
      await work();
    } catch (error) {
      setFailure(toPhoneErrorDetail(error));
    }
  }, []);
  // Rows are given the same ones, so that only those that change are drawn again.
  const remove = useCallback(
    (ids: readonly RecordingId[]) => {
      const { loadedId } = player.store.getState();
      if (loadedId !== null && ids.includes(loadedId)) player.close();
      void attempt(() => softphone.deleteRecordings(ids));
    },
    [player, softphone, attempt],
  );
  const toggle = useCallback((recordingId: RecordingId) => {
    setSelection((before) => {
      const next = new Set(before);
      if (!next.delete(recordingId)) next.add(recordingId);
      return next;
    });
  }, []);
  const selected = found.filter(({ meta }) => selection?.has(meta.recordingId));
  return (
    <div className={styles.page}>
      <LibraryNotices failure={failure} />
      {softphone.recordingFolder === null ? null : <FolderChoice folder={softphone.recordingFolder} />}
      {isEmpty && (listError === null || isFirstRead) ? (
        <EmptyList
          title={isFirstRead ? null : words.recordings.empty}
          hint={isFirstRead ? words.recordings.loading : words.recordings.emptyHint}
        />
      ) : null}
      {isEmpty ? null : (
        <>
          <LibraryFilters wanted={wanted} accounts={accounts} onChange={change} />
          <div ref={bar}>
            {selection === null ? (
              <div className={styles.summary}>
                <p role="status" className={styles.count}>
                  {found.length === items.length
                    ? words.recordings.countOf(items.length)
                    : words.recordings.found(found.length, items.length)}
                </p>
                {uploads === null ? null : <UploadProgress overview={uploads} />}
                <Button tone="plain" icon={ListChecks} onClick={() => setSelection(new Set())}>
                  {words.recordings.select}
                </Button>
              </div>
            ) : (
              <SelectionBar
                items={selected}
                onSelectAll={() => setSelection(new Set(found.map(({ meta }) => meta.recordingId)))}
                onDelete={() => {
                  remove(selected.map(({ meta }) => meta.recordingId));
                  setSelection(null);
                }}
                onDone={() => setSelection(null)}
              />
            )}
          </div>
          {found.length === 0 ? (
            <EmptyList title={words.recordings.nothingFound} hint={words.recordings.nothingFoundHint}>
              <Button onClick={clear}>{words.recordings.clear}</Button>
            </EmptyList>
          ) : (
            <RecordingList
              items={found}
              player={player}
              wantedId={part}
              isLed={ledTo === part}
              onLed={() => setLedTo(part)}
              selection={selection}
              onSelect={toggle}
              onDelete={remove}
            />
          )}
        </>
      )}
      <UndoDelete onUndo={() => void attempt(softphone.undoDelete)} />
    </div>
  );
}

/** Of what takes the place of something else, the first button gets the focus, which was in what is gone. */
function useFocusOnChange(what: boolean): RefObject<HTMLDivElement | null> {
  const place = useRef<HTMLDivElement>(null);
  const before = useRef(what);
  useEffect(() => {
    if (before.current === what) return;
    before.current = what;
    place.current?.querySelector('button')?.focus();
  }, [what]);
  return place;
}
