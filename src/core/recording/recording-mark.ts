/**
 * What a mark can tell. The first six last for a while, the others are a moment: `hold` by the person here,
 * `remote-hold` by the other side, `mute` of the microphone, `pause` of the recording, `gap` where the computer gave no
 * sound, `reconnecting` while no packets came through; `transfer` asked for by either side, `device-change` another microphone,
 * `packets-lost` where encoded frames were wanted and could not all be kept from then on.
 */
export const markKinds = [
  'hold',
  'remote-hold',
  'mute',
  'pause',
  'gap',
  'reconnecting',
  'transfer',
  'device-change',
  'packets-lost',
] as const;
/** One of `markKinds`. */
export type MarkKind = (typeof markKinds)[number];

/** Something that happened to the call while it was recorded, kept beside the sound. */
export interface RecordingMark {
  readonly kind: MarkKind;
  /** From the recording's first sample. A whole number. */
  readonly atMs: number;
  /** A whole number. Null for a moment, and for what lasted until the recording ended. */
  readonly durationMs: number | null;
}

/** Most marks of one recording: in base64 they stay far below the 8 kB that proxies allow a header line. */
export const mostMarks = 128;
/** As long as a WAV file at 8 kHz can be, and then some. */
const longestMs = 999_999_999;

/**
 * The marks with one more. One of the same kind and moment takes the other's place: it is the same, and knows its end. Where
 * there are too many, the first gap makes room: a computer may have hundreds, and that the call was on hold matters more.
 */
export function withMark(marks: readonly RecordingMark[], mark: RecordingMark): readonly RecordingMark[] {
  const index = marks.findIndex(({ kind, atMs }) => kind === mark.kind && atMs === mark.atMs);
  if (index >= 0) return marks.with(index, mark);
  if (marks.length < mostMarks) return [...marks, mark];
  const firstGap = mark.kind === 'gap' ? -1 : marks.findIndex(({ kind }) => kind === 'gap');
  return firstGap < 0 ? marks : [...marks.toSpliced(firstGap, 1), mark];
}

/** Whether something lasts now, by the marks of a recording under way. */
export const isLasting = (marks: readonly RecordingMark[], kind: MarkKind): boolean =>
  marks.some((mark) => mark.kind === kind && mark.durationMs === null);

/** Marks from parsed JSON of unknown origin. What is none is left out. */
export function readMarks(values: unknown): readonly RecordingMark[] {
  if (!Array.isArray(values)) return [];
  return values.reduce<readonly RecordingMark[]>((marks, value) => {
    const mark = readMark(value);
    return mark === null ? marks : withMark(marks, mark);
  }, []);
}

/** A mark from parsed JSON of unknown origin; null when it is none. */
export function readMark(value: unknown): RecordingMark | null {
  if (typeof value !== 'object' || value === null) return null;
  const { kind, atMs, durationMs } = value as Readonly<Record<string, unknown>>;
  if (!isMarkKind(kind) || !isTime(atMs)) return null;
  if (durationMs !== null && !isTime(durationMs)) return null;
  return { kind, atMs, durationMs };
}

/** Marks as one line of text: `hold@12000+10000 transfer@31500`. */
export const encodeMarks = (marks: readonly RecordingMark[]): string =>
  marks
    .map(({ kind, atMs, durationMs }) => `${kind}@${atMs}${durationMs === null ? '' : `+${durationMs}`}`)
    .join(' ');

/** Reads what `encodeMarks` writes. What is no mark is left out. */
export function decodeMarks(text: string): readonly RecordingMark[] {
  return readMarks(
    [...text.matchAll(/(?<![^ ])([a-z-]{1,16})@(\d{1,9})(?:\+(\d{1,9}))?(?![^ ])/g)].map(
      ([, kind, at, duration]) => ({
        kind,
        atMs: Number(at),
        durationMs: duration === undefined ? null : Number(duration),
      }),
    ),
  );
}

const isMarkKind = (value: unknown): value is MarkKind => (markKinds as readonly unknown[]).includes(value);

const isTime = (value: unknown): value is number =>
  typeof value === 'number' && Number.isInteger(value) && value >= 0 && value <= longestMs;
