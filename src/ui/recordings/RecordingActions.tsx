import { Pause, Play, RotateCw, Trash2, X } from 'lucide-react';
import type { RecordingItem } from '#core/recording/recording-item.ts';
import { assertNever } from '#core/shared/assert-never.ts';
import { Button } from '../shared/Button.tsx';
import { IconButton } from '../shared/IconButton.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { words } from '../words.ts';
import { DownloadButton } from './DownloadButton.tsx';
import type { Player } from './player.ts';

/** What can be done with a recording where it is now. `onDelete` asks before it deletes. */
export function RecordingActions({
  item: { meta, progress, localCopy },
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
  const { recordingId } = meta;
  switch (progress.phase) {
    case 'recording':
    case 'failed':
      return null;
    case 'stored':
      return (
        <>
          <Button icon={isPlaying ? Pause : Play} onClick={() => player.toggle(recordingId, progress.url)}>
            {isPlaying ? words.recordings.pause : words.recordings.play}
          </Button>
          <DownloadButton meta={meta} url={progress.url} />
          {localCopy === null ? null : (
            <IconButton label={words.recordings.deleteCopy} icon={Trash2} onClick={onDelete} />
          )}
        </>
      );
    case 'queued':
    case 'sending':
    case 'waiting':
      return (
        <>
          {progress.phase === 'waiting' ? (
            <Button icon={RotateCw} onClick={() => softphone.retryUpload(recordingId)}>
              {words.recordings.retry}
            </Button>
          ) : (
            <Button icon={X} onClick={() => softphone.cancelUpload(recordingId)}>
              {words.recordings.cancel}
            </Button>
          )}
          <IconButton label={words.recordings.delete} icon={Trash2} onClick={onDelete} />
        </>
      );
    default:
      return assertNever(progress);
  }
}
