import { Pause, Play, RotateCw, Trash2, X } from 'lucide-react';
import type { RecordingItem } from '#core/recording/recording-item.ts';
import { Button } from '../shared/Button.tsx';
import { IconButton } from '../shared/IconButton.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { words } from '../words.ts';
import { DownloadButton } from './DownloadButton.tsx';
import type { Player } from './player.ts';
import { sourceOf, storedSource } from './recording-source.ts';
import { downloadName } from './recording-view.ts';

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
  const { meta, progress, localCopy, sn3 } = item;
  const { recordingId } = meta;
  const source = sourceOf(item, softphone);
  if (source === null) return null;
  const isStored = progress.phase === 'stored';
  return (
    <>
      <Button icon={isPlaying ? Pause : Play} onClick={() => player.toggle(recordingId, source)}>
        {isPlaying ? words.recordings.pause : words.recordings.play}
      </Button>
      <DownloadButton fileName={downloadName(meta)} source={source} compact={!isStored} />
      {isStored && sn3 !== undefined ? (
        <>
          <DownloadButton
            label={words.recordings.packets}
            fileName={downloadName(meta, '.sn3')}
            source={storedSource(sn3.url, softphone)}
          />
          <DownloadButton
            label={words.recordings.packetsAsSound}
            fileName={downloadName(meta, ' packets.wav')}
            source={() => softphone.openSn3AsWav(sn3)}
          />
        </>
      ) : null}
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
