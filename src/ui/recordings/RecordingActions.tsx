import { Pause, Play, RotateCw, Trash2, X } from 'lucide-react';
import type { RecordingItem } from '#core/recording/recording-item.ts';
import { Button } from '../shared/Button.tsx';
import { IconButton } from '../shared/IconButton.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { words } from '../words.ts';
import { DownloadButton } from './DownloadButton.tsx';
import type { Player } from './player.ts';
import { sourceOf } from './recording-source.ts';

/** What can be done with a recording where it is now. `onDelete` asks before it deletes. */
export function RecordingActions({
  item,
  player,
  isPlaying,
  onDelete,
}: {
  readonly item: RecordingItem;
  readonly player: Player;
  readonly isPlaying: boolean;
  readonly onDelete: () => void;
}) {
  const softphone = useSoftphone();
  const { meta, progress, localCopy } = item;
  const { recordingId } = meta;
  const source = sourceOf(item, softphone);
  if (source === null) return null;
  const isStored = progress.phase === 'stored';
  return (
    <>
      <Button icon={isPlaying ? Pause : Play} onClick={() => player.toggle(recordingId, source)}>
        {isPlaying ? words.recordings.pause : words.recordings.play}
      </Button>
      <DownloadButton meta={meta} source={source} compact={!isStored} />
      {progress.phase === 'waiting' ? (
        <Button icon={RotateCw} onClick={() => softphone.retryUpload(recordingId)}>
          {words.recordings.retry}
        </Button>
      ) : null}
      {progress.phase === 'queued' || progress.phase === 'sending' ? (
        <Button icon={X} onClick={() => softphone.cancelUpload(recordingId)}>
          {words.recordings.cancel}
        </Button>
      ) : null}
      {isStored && localCopy === null ? null : (
        <IconButton
          label={isStored ? words.recordings.deleteCopy : words.recordings.delete}
          icon={Trash2}
          onClick={onDelete}
        />
      )}
    </>
  );
}
