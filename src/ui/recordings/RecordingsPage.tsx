import { TriangleAlert } from 'lucide-react';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { Button } from '../shared/Button.tsx';
import { Details } from '../shared/Details.tsx';
import { EmptyList } from '../shared/EmptyList.tsx';
import { Notice } from '../shared/Notice.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { words } from '../words.ts';
import { FolderChoice } from './FolderChoice.tsx';
import { createPlayer } from './player.ts';
import { RecordingRow } from './RecordingRow.tsx';
import styles from './RecordingsPage.module.css';
import { UploadProgress } from './UploadProgress.tsx';

/** Every recording, wherever it is on its way: being made, on this device, or stored. `part` is the id of one to begin with. */
export function RecordingsPage({ part }: { readonly part: string | null }) {
  const softphone = useSoftphone();
  const { items, listError, listing, uploads } = useStore(softphone.recordings);
  const [player] = useState(() => createPlayer(new Audio()));
  const playing = useStore(player.store);
  useEffect(() => void softphone.refreshRecordings(), [softphone]);
  useEffect(() => player.close, [player]);
  const isEmpty = items.length === 0;
  const isFirstRead = isEmpty && listing !== 'read';
  return (
    <div className={styles.page}>
      {listError === null ? null : (
        <Notice
          tone="warning"
          icon={TriangleAlert}
          action={
            <Button onClick={() => void softphone.refreshRecordings()}>{words.recordings.again}</Button>
          }
        >
          <p>{words.recordings.listFailed}</p>
          <Details error={listError} />
        </Notice>
      )}
      {softphone.recordingFolder === null ? null : <FolderChoice folder={softphone.recordingFolder} />}
      {isEmpty && (listError === null || isFirstRead) ? (
        <EmptyList
          title={isFirstRead ? null : words.recordings.empty}
          hint={isFirstRead ? words.recordings.loading : words.recordings.emptyHint}
        />
      ) : null}
      {uploads === null ? null : <UploadProgress overview={uploads} />}
      {isEmpty ? null : (
        <ul className={styles.list} aria-label={words.recordings.title}>
          {items.map((item) => (
            <RecordingRow
              key={item.meta.recordingId}
              item={item}
              player={player}
              isWanted={item.meta.recordingId === part}
              playing={playing.loadedId === item.meta.recordingId ? playing : null}
            />
          ))}
        </ul>
      )}
    </div>
  );
}
