import { Check, PhoneIncoming, PhoneOutgoing } from 'lucide-react';
import { memo, useState } from 'react';
import { remoteAddress } from '#core/call/selectors.ts';
import { canDelete } from '#core/recording/recording-edits.ts';
import type { RecordingItem } from '#core/recording/recording-item.ts';
import type { RecordingId } from '#core/shared/ids.ts';
import { formatBytes, formatDuration, formatWhen } from '../shared/format.ts';
import { ListName } from '../shared/ListName.tsx';
import { OtherAccount } from '../shared/OtherAccount.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { Timer } from '../shared/Timer.tsx';
import { usePartyName } from '../shared/use-party-name.ts';
import { words } from '../words.ts';
import { LoadedRecording } from './LoadedRecording.tsx';
import type { Player } from './player.ts';
import { MarkList } from './MarkList.tsx';
import { DeleteQuestion } from './DeleteQuestion.tsx';
import { RecordingActions } from './RecordingActions.tsx';
import styles from './RecordingRow.module.css';
import { RecordingState } from './RecordingState.tsx';

/** One recording: who, when, how long, where it is, and what can be done with it. */
export const RecordingRow = memo(function RecordingRow({
  item,
  player,
  isLoaded,
  isSelected,
  onSelect,
  onDelete,
}: {
  readonly item: RecordingItem;
  readonly player: Player;
  readonly isLoaded: boolean;
  /** Null while nothing is to be selected. */
  readonly isSelected: boolean | null;
  readonly onSelect: (recordingId: RecordingId) => void;
  readonly onDelete: (recordingIds: readonly RecordingId[]) => void;
}) {
  const softphone = useSoftphone();
  const { meta, progress } = item;
  const { recordingId } = meta;
  const name = usePartyName(meta);
  const address = remoteAddress(meta);
  const isIncoming = meta.direction === 'Incoming';
  const Direction = isIncoming ? PhoneIncoming : PhoneOutgoing;
  const [isAsking, setIsAsking] = useState(false);
  // Sent again it says less, until it fails again: it keeps the room, so that nothing below it moves.
  const [hasWaited, setHasWaited] = useState(false);
  if (progress.phase === 'waiting' && !hasWaited) setHasWaited(true);
  const [wasUnsent] = useState(progress.phase !== 'stored');
  const ask = () => setIsAsking(true);
  return (
    <div
      className={styles.row}
      data-phase={progress.phase}
      data-waited={hasWaited || undefined}
      data-unsent={wasUnsent || undefined}
      data-loaded={isLoaded || undefined}
    >
      <span className={styles.direction}>
        {isSelected === null ? (
          <Direction aria-hidden size={20} />
        ) : (
          <label className={styles.check}>
            <input
              type="checkbox"
              aria-label={words.recordings.selectOne(name)}
              checked={isSelected}
              onChange={() => onSelect(recordingId)}
            />
            <Check aria-hidden size={16} strokeWidth={3} />
          </label>
        )}
        <span className="unseen">{isIncoming ? words.call.incoming : words.call.outgoing}</span>
      </span>
      <div className={styles.who}>
        <ListName name={name} />
        <p className={styles.when}>
          <time dateTime={new Date(meta.startedAtMs).toISOString()}>
            {formatWhen(meta.startedAtMs, Date.now())}
          </time>
          {address === name ? null : <bdi className={styles.address}>{address}</bdi>}
          <OtherAccount {...meta} />
        </p>
      </div>
      <p className={styles.duration}>
        {progress.phase === 'recording' ? <Timer atMs={meta.startedAtMs} counts="up" /> : null}
        {item.durationMs === null ? null : formatDuration(item.durationMs)}
      </p>
      <p className={styles.bytes}>{item.bytes === null ? null : formatBytes(item.bytes)}</p>
      <div className={styles.state}>
        <RecordingState {...item} />
        {meta.ending === undefined ? null : <p>{words.recordings.endings[meta.ending]}</p>}
        {item.notesRefused === true ? (
          <p className={styles.refused}>{words.recordings.notesRefused}</p>
        ) : null}
      </div>
      <div className={styles.actions}>
        <RecordingActions
          item={item}
          player={player}
          isLoaded={isLoaded}
          onDelete={() => onDelete([recordingId])}
          onDeleteCopy={ask}
        />
      </div>
      {meta.marks.length === 0 || isLoaded ? null : (
        <div className={styles.marks}>
          <MarkList marks={meta.marks} recordingMs={item.durationMs} />
        </div>
      )}
      {isAsking ? (
        <DeleteQuestion
          onKeep={() => setIsAsking(false)}
          onDelete={() => {
            setIsAsking(false);
            void softphone.deleteLocalRecording(recordingId);
          }}
        />
      ) : null}
      {isLoaded && item.durationMs !== null ? (
        <div className={styles.player}>
          <LoadedRecording
            item={item}
            durationMs={item.durationMs}
            player={player}
            onDeleteCopy={
              canDelete(item) && progress.phase === 'stored' && item.localCopy !== null ? ask : null
            }
          />
        </div>
      ) : null}
    </div>
  );
});
