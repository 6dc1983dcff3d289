import type { RecordingItem } from '#core/recording/recording-item.ts';
import { assertNever } from '#core/shared/assert-never.ts';
import type { Softphone } from '#core/softphone-types.ts';
import type { OpenedRecording } from '#core/upload/stored-recording.ts';

/** Where a recording's file can be had: at a URL, or by opening it first. */
export type RecordingSource = string | (() => Promise<OpenedRecording>);

/** A file of the store. */
export const storedSource = (
  url: string,
  { openRecording }: Pick<Softphone, 'openRecording'>,
): RecordingSource => (openRecording === null ? url : () => openRecording(url));

/** The store's file where it has one, else this device's; null where there is none that is whole. */
export function sourceOf(
  { meta, progress }: RecordingItem,
  softphone: Pick<Softphone, 'openRecording' | 'openLocalRecording'>,
): RecordingSource | null {
  switch (progress.phase) {
    case 'recording':
    case 'failed':
      return null;
    case 'stored':
      return storedSource(progress.url, softphone);
    case 'queued':
    case 'sending':
    case 'waiting':
      return () => softphone.openLocalRecording(meta.recordingId);
    default:
      return assertNever(progress);
  }
}

/** Opens a source: a URL needs no opening. */
export const openSource = (source: RecordingSource): Promise<OpenedRecording> =>
  typeof source === 'string' ? Promise.resolve({ url: source, release: () => undefined }) : source();
