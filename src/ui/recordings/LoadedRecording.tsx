import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { PhoneErrorDetail } from '#core/errors/phone-error.ts';
import type { RecordingItem } from '#core/recording/recording-item.ts';
import type { RecordingId } from '#core/shared/ids.ts';
import { useSoftphone } from '../shared/softphone-context.ts';
import { words } from '../words.ts';
import type { Player } from './player.ts';
import { RecordingDetails } from './RecordingDetails.tsx';
import { RecordingPlayer } from './RecordingPlayer.tsx';
import styles from './RecordingRow.module.css';

/** The recording that is loaded: its player, or why it cannot be played, and what can be done with it. */
export function LoadedRecording({
  item,
  durationMs,
  player,
  onDeleteCopy,
}: {
  readonly item: RecordingItem;
  readonly durationMs: number;
  readonly player: Player;
  readonly onDeleteCopy: (() => void) | null;
}) {
  const hasFailed = useStore(player.store, (state) => state.hasFailed);
  return (
    <>
      {hasFailed ? (
        <WhyNotPlayed recordingId={item.meta.recordingId} />
      ) : (
        <RecordingPlayer player={player} meta={item.meta} durationMs={durationMs} />
      )}
      <RecordingDetails item={item} onDeleteCopy={onDeleteCopy} />
    </>
  );
}

function WhyNotPlayed({ recordingId }: { readonly recordingId: RecordingId }) {
  const { whyNotPlayable } = useSoftphone();
  const [why, setWhy] = useState<PhoneErrorDetail | null>(null);
  useEffect(() => {
    let isOver = false;
    void whyNotPlayable(recordingId).then((found) => (isOver ? undefined : setWhy(found)));
    return () => {
      isOver = true;
    };
  }, [whyNotPlayable, recordingId]);
  return (
    <p role="alert" className={styles.playFailed}>
      {why?.code === 'recording/file-gone'
        ? `${words.errors[why.code].sentence} ${words.errors[why.code].action}`
        : `${words.recordings.playFailed} ${words.recordings.playFailedAction}`}
    </p>
  );
}
