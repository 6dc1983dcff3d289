import { Trash2 } from 'lucide-react';
import { useState } from 'react';
import { canTakeNotes } from '#core/recording/recording-edits.ts';
import type { RecordingItem } from '#core/recording/recording-item.ts';
import { longestNotes } from '#core/recording/notes.ts';
import { Button } from '../shared/Button.tsx';
import { Details } from '../shared/Details.tsx';
import { words } from '../words.ts';
import styles from './RecordingDetails.module.css';
import { SaveAs } from './SaveAs.tsx';
import { useNotes } from './use-notes.ts';

/** What is below the player of a recording: what the person wrote about it, and the files that can be made of it. */
export function RecordingDetails({
  item,
  onDeleteCopy,
}: {
  readonly item: RecordingItem;
  /** Null where there is no copy that can go. */
  readonly onDeleteCopy: (() => void) | null;
}) {
  const canKeep = canTakeNotes(item);
  // Between its arrival and the next word of the store it can take none for a moment: what is being typed stays.
  const isBetween = item.progress.phase === 'stored' && item.allows === undefined;
  const [tookNotes, setTookNotes] = useState(canKeep);
  if (canKeep && !tookNotes) setTookNotes(true);
  return (
    <div className={styles.details}>
      {canKeep || (tookNotes && isBetween) ? (
        <Notes key={item.meta.recordingId} item={item} canKeep={canKeep} />
      ) : item.notesRefused === true ? (
        <div className={styles.notes}>
          <p className={styles.label}>{words.recordings.notes}</p>
          <p className={styles.written}>
            <bdi>{item.notes}</bdi>
          </p>
        </div>
      ) : null}
      <SaveAs item={item} />
      {onDeleteCopy === null ? null : (
        <Button tone="plain" icon={Trash2} onClick={onDeleteCopy}>
          {words.recordings.deleteCopy}
        </Button>
      )}
    </div>
  );
}

function Notes({ item, canKeep }: { readonly item: RecordingItem; readonly canKeep: boolean }) {
  const { typed, error, type, keep } = useNotes(item, canKeep);
  const kept = item.notes ?? '';
  const isKept = kept !== '' && typed.trim() === kept && item.notesRefused !== true;
  return (
    <div className={styles.notes}>
      <label className={styles.label}>
        {words.recordings.notes}
        <textarea
          className={styles.text}
          dir="auto"
          rows={2}
          maxLength={longestNotes}
          value={typed}
          onChange={({ target }) => type(target.value)}
          onBlur={() => void keep()}
        />
      </label>
      {error === null ? (
        <p className={styles.hint}>{isKept ? words.recordings.notesKept : words.recordings.notesHint}</p>
      ) : (
        <div role="alert">
          <p className={styles.failed}>{words.recordings.notesFailed}</p>
          <Details error={error} />
        </div>
      )}
    </div>
  );
}
