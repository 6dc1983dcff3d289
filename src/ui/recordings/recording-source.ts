import type { RecordingItem } from '#core/recording/recording-item.ts';
import { assertNever } from '#core/shared/assert-never.ts';
import type { Softphone } from '#core/softphone-types.ts';
import type { OpenedRecording } from '#core/upload/stored-recording.ts';

/** Where a recording's file can be had: at a URL, or by opening it first. */
export type RecordingSource = string | (() => Promise<OpenedRecording>);

/** The store's file where it has one, else this device's; null where there is none that is whole. */
export function sourceOf(
  { meta, progress }: RecordingItem,
  { openRecording, openLocalRecording }: Pick<Softphone, 'openRecording' | 'openLocalRecording'>,
): RecordingSource | null {
  switch (progress.phase) {
    case 'recording':
    case 'failed':
      return null;
    case 'stored':
      return openRecording === null ? progress.url : () => openRecording(progress.url);
    case 'queued':
    case 'sending':
    case 'waiting':
      return () => openLocalRecording(meta.recordingId);
    default:
      return assertNever(progress);
  }
}
