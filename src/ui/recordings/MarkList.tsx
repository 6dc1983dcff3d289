import type { RecordingMark } from '#core/recording/recording-mark.ts';
import { formatDuration } from '../shared/format.ts';
import { words } from '../words.ts';
import styles from './MarkList.module.css';

/** What has no length. */
export const momentary: readonly RecordingMark['kind'][] = ['transfer', 'device-change', 'packets-lost'];

/** `0:12–0:22`; a moment, and what lasted until the end of a recording of unknown length, by its beginning. */
export function describeMarkTime(
  { kind, atMs, durationMs }: RecordingMark,
  recordingMs: number | null,
): string {
  const from = formatDuration(atMs);
  const endMs = durationMs === null ? recordingMs : atMs + durationMs;
  return endMs === null || momentary.includes(kind) ? from : `${from}–${formatDuration(endMs)}`;
}

/** What happened during a recording, in plain words and in the order of time. */
export function MarkList({
  marks,
  recordingMs,
}: {
  readonly marks: readonly RecordingMark[];
  readonly recordingMs: number | null;
}) {
  return (
    <p className={styles.marks}>
      {marks
        .toSorted((a, b) => a.atMs - b.atMs)
        .map((mark) => (
          <span key={`${mark.kind}${mark.atMs}`}>
            {words.recordings.mark[mark.kind]} {describeMarkTime(mark, recordingMs)}
          </span>
        ))}
    </p>
  );
}
