import type { MarkKind, RecordingMark } from '#core/recording/recording-mark.ts';
import { words } from '../words.ts';
import { describeMarkTime, momentary } from './MarkList.tsx';
import styles from './MarkLane.module.css';

const tones: Readonly<Record<MarkKind, 'held' | 'danger' | 'plain'>> = {
  hold: 'held',
  'remote-hold': 'held',
  mute: 'held',
  pause: 'danger',
  gap: 'danger',
  reconnecting: 'danger',
  transfer: 'plain',
  'device-change': 'plain',
  'packets-lost': 'danger',
};

/** The marks of a recording under its waveform, each where it was, with its name as far as there is room. A press plays from there. */
export function MarkLane({
  marks,
  recordingMs,
  onSeek,
}: {
  readonly marks: readonly RecordingMark[];
  readonly recordingMs: number;
  readonly onSeek: (positionS: number) => void;
}) {
  const lanes = layInLanes(marks, recordingMs);
  return (
    <div className={styles.lanes} role="group" aria-label={words.recordings.marks}>
      {lanes.map((lane) => (
        <div key={lane[0]?.atMs} className={styles.lane}>
          {lane.map((mark) => {
            const name = `${words.recordings.mark[mark.kind]} ${describeMarkTime(mark, recordingMs)}`;
            const isMoment = momentary.includes(mark.kind);
            // Its name is to the left of it: to the right there is no room.
            const isLate = isMoment && mark.atMs > recordingMs * 0.8;
            const share = (ms: number) => `${String(Math.min(100, (100 * ms) / recordingMs))}%`;
            return (
              <button
                key={`${mark.kind}${String(mark.atMs)}`}
                type="button"
                className={styles.mark}
                data-tone={tones[mark.kind]}
                data-late={isLate || undefined}
                style={
                  isLate
                    ? { insetInlineEnd: share(recordingMs - mark.atMs) }
                    : {
                        insetInlineStart: share(mark.atMs),
                        inlineSize: isMoment ? 'max-content' : share(lengthOf(mark, recordingMs)),
                      }
                }
                title={name}
                aria-label={name}
                onClick={() => onSeek(mark.atMs / 1000)}
              >
                <span>{words.recordings.mark[mark.kind]}</span>
              </button>
            );
          })}
        </div>
      ))}
    </div>
  );
}

function lengthOf({ kind, atMs, durationMs }: RecordingMark, recordingMs: number): number {
  if (momentary.includes(kind)) return 0;
  return durationMs ?? Math.max(0, recordingMs - atMs);
}

/** Marks that lie over one another are drawn one below the other, in three lanes at most: of a crowd, some lie over others. */
function layInLanes(marks: readonly RecordingMark[], recordingMs: number): RecordingMark[][] {
  // As wide as its narrowest button: a share of the time that it covers on a small screen.
  const leastMs = recordingMs * 0.08;
  const lanes: { marks: RecordingMark[]; endMs: number }[] = [];
  for (const mark of marks.toSorted((a, b) => a.atMs - b.atMs)) {
    const endMs = mark.atMs + Math.max(leastMs, lengthOf(mark, recordingMs));
    const [soonest] = lanes.toSorted((a, b) => a.endMs - b.endMs);
    if (soonest === undefined || (soonest.endMs > mark.atMs && lanes.length < 3)) {
      lanes.push({ marks: [mark], endMs });
      continue;
    }
    soonest.marks.push(mark);
    soonest.endMs = endMs;
  }
  return lanes.map((lane) => lane.marks);
}
