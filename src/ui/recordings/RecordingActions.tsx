import { Pause, Play, RotateCw, Trash2, X } from 'lucide-react';
import { useStore } from 'zustand';
import { canDelete } from '#core/recording/recording-edits.ts';
import type { RecordingItem } from '#core/recording/recording-item.ts';
import { Button } from '../shared/Button.tsx';
import { IconButton } from '../shared/IconButton.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { usePartyName } from '../shared/use-party-name.ts';
import { words } from '../words.ts';
import { DownloadButton } from './DownloadButton.tsx';
import type { Player } from './player.ts';
import { sourceOf, storedSource } from './recording-source.ts';
import styles from './RecordingActions.module.css';
import { downloadName } from './recording-view.ts';

/** What can be done with a recording where it is now. `onDeleteCopy` asks before it deletes. */
export function RecordingActions({
  item,
  player,
  isLoaded,
  onDelete,
  onDeleteCopy,
}: {
  readonly item: RecordingItem;
  readonly player: Player;
  readonly isLoaded: boolean;
  readonly onDelete: () => void;
  readonly onDeleteCopy: () => void;
}) {
  const softphone = useSoftphone();
  const { meta, progress, localCopy, sn3 } = item;
  const { recordingId } = meta;
  const isPlaying = useStore(player.store, (state) => isLoaded && state.isPlaying);
  const source = sourceOf(item, softphone);
  const name = usePartyName(meta);
  if (source === null) return null;
  const isStored = progress.phase === 'stored';
  return (
    <>
      {/* What comes and goes is first: the others stay where they are. */}
      {progress.phase === 'waiting' || (isStored && localCopy?.isUncompared === true) ? (
        <Button icon={RotateCw} onClick={() => softphone.retryUpload(recordingId)}>
          <span className={styles.word}>{isStored ? words.recordings.again : words.recordings.retry}</span>
        </Button>
      ) : null}
      {progress.phase === 'queued' || progress.phase === 'sending' ? (
        <Button icon={X} onClick={() => softphone.cancelUpload(recordingId)}>
          <span className={styles.word}>{words.recordings.cancel}</span>
        </Button>
      ) : null}
      {isStored && sn3 !== undefined ? (
        <>
          <DownloadButton
            label={words.recordings.packets}
            fileName={downloadName(meta, name, '.sn3')}
            source={storedSource(sn3.url, softphone)}
          />
          <DownloadButton
            label={words.recordings.packetsAsSound}
            fileName={downloadName(meta, name, ' packets.wav')}
            source={() => softphone.openSn3AsWav(sn3)}
          />
        </>
      ) : null}
      <IconButton
        tone="quiet"
        label={isPlaying ? words.recordings.pause : words.recordings.play}
        icon={isPlaying ? Pause : Play}
        onClick={() => player.toggle(recordingId, source)}
      />
      <DownloadButton fileName={downloadName(meta, name)} source={source} />
      <span className={styles.last}>
        {canDelete(item) ? (
          <IconButton label={words.recordings.delete} icon={Trash2} onClick={onDelete} />
        ) : isStored && localCopy !== null ? (
          <IconButton label={words.recordings.deleteCopy} icon={Trash2} onClick={onDeleteCopy} />
        ) : null}
      </span>
    </>
  );
}
