import { PhoneIncoming, PhoneOutgoing } from 'lucide-react';
import { memo, useEffect, useRef, useState } from 'react';
import { remoteAddress } from '#core/call/selectors.ts';
import type { RecordingItem } from '#core/recording/recording-item.ts';
import { formatBytes, formatDuration, formatWhen } from '../shared/format.ts';
import { useSoftphone } from '../shared/softphone-context.ts';
import { Timer } from '../shared/Timer.tsx';
import { usePartyName } from '../shared/use-party-name.ts';
import { words } from '../words.ts';
import type { Player, PlayerState } from './player.ts';
import { MarkList } from './MarkList.tsx';
import { DeleteQuestion } from './DeleteQuestion.tsx';
import { RecordingActions } from './RecordingActions.tsx';
import { RecordingPlayer } from './RecordingPlayer.tsx';
import styles from './RecordingRow.module.css';
import { RecordingState } from './RecordingState.tsx';

/** One recording: who, when, how long, where it is, and what can be done with it. `playing` is null while another one is loaded. */
export const RecordingRow = memo(function RecordingRow({
  item,
  player,
  playing,
  isWanted,
}: {
  readonly item: RecordingItem;
  readonly player: Player;
  readonly playing: PlayerState | null;
  /** A link has led to it. */
  readonly isWanted: boolean;
}) {
  const softphone = useSoftphone();
  const { meta, progress } = item;
  const name = usePartyName(meta);
  const address = remoteAddress(meta);
  const isIncoming = meta.direction === 'Incoming';
  const Direction = isIncoming ? PhoneIncoming : PhoneOutgoing;
  const [isAsking, setIsAsking] = useState(false);
  const element = useRef<HTMLLIElement>(null);
  useEffect(() => {
    if (isWanted) element.current?.focus();
  }, [isWanted]);
  const ask = () => setIsAsking(true);
  return (
    <li
      ref={element}
      className={styles.row}
      data-phase={progress.phase}
      tabIndex={isWanted ? -1 : undefined}
      aria-current={isWanted ? 'true' : undefined}
    >
      <span className={styles.direction}>
        <Direction aria-hidden size={20} />
        <span className="unseen">{isIncoming ? words.call.incoming : words.call.outgoing}</span>
      </span>
      <div className={styles.who}>
        <p className={styles.name}>
          <bdi>{name}</bdi>
        </p>
        <p className={styles.when}>
          <time dateTime={new Date(meta.startedAtMs).toISOString()}>
            {formatWhen(meta.startedAtMs, Date.now())}
          </time>
          {address === name ? null : <bdi className={styles.address}>{address}</bdi>}
        </p>
      </div>
      <p className={styles.duration}>
        {progress.phase === 'recording' ? <Timer atMs={meta.startedAtMs} counts="up" /> : null}
        {item.durationMs === null ? null : formatDuration(item.durationMs)}
      </p>
      <p className={styles.bytes}>{item.bytes === null ? null : formatBytes(item.bytes)}</p>
      <div className={styles.state}>
        <RecordingState progress={progress} localCopy={item.localCopy} />
        {meta.ending === undefined ? null : <p>{words.recordings.endings[meta.ending]}</p>}
      </div>
      <div className={styles.actions}>
        <RecordingActions
          item={item}
          player={player}
          isPlaying={playing?.isPlaying ?? false}
          onDelete={ask}
        />
      </div>
      {meta.marks.length === 0 ? null : (
        <div className={styles.marks}>
          <MarkList marks={meta.marks} recordingMs={item.durationMs} />
        </div>
      )}
      {isAsking ? (
        <DeleteQuestion
          isStored={progress.phase === 'stored'}
          onKeep={() => setIsAsking(false)}
          onDelete={() => {
            setIsAsking(false);
            void softphone.deleteLocalRecording(meta.recordingId);
          }}
        />
      ) : null}
      {playing === null || item.durationMs === null ? null : (
        <div className={styles.player}>
          {playing.hasFailed ? (
            <p role="alert" className={styles.playFailed}>
              {words.recordings.playFailed}
            </p>
          ) : (
            <RecordingPlayer player={player} durationMs={item.durationMs} />
          )}
        </div>
      )}
    </li>
  );
});
