/** Compares a file's time with the wall's. */
export interface FileTime {
  /**
   * Milliseconds of silence that belong between what the file holds, `fileMs` long, and sound that was captured at
   * `wallMs` (since the Unix epoch, by the computer's clock); 0 while the two go together.
   */
  readonly missingMs: (fileMs: number, wallMs: number) => number;
}

/** Sound that comes so late was not waiting somewhere: it is preceded by sound that was never made. */
export const toleratedMs = 100;
/** More than this was not a suspended computer in a call, but a clock that was set. */
const longestGapMs = 3_600_000;
const clockSetBackMs = -1000;
/** How fast a sound card's clock may go off the computer's (500 ppm) before it counts as missing sound. */
const driftPerMs = 0.0005;

/** Begins at the wall time of the file's first sample. The first sound may come later than that: silence stands for the time before it. */
export function createFileTime(startedAtMs: number): FileTime {
  /** How much later than the file the wall is although nothing is missing. Null before the first sound. */
  let usualMs: number | null = null;
  let lastFileMs = 0;

  return {
    missingMs(fileMs, wallMs) {
      const lateMs = wallMs - startedAtMs - fileMs;
      const isFirst = usualMs === null;
      usualMs ??= 0;
      const missing = lateMs - usualMs;
      const driftMs = driftPerMs * Math.max(0, fileMs - lastFileMs);
      lastFileMs = fileMs;

      if (missing < (isFirst ? 0 : clockSetBackMs) || missing > longestGapMs) {
        usualMs = lateMs;
        return 0;
      }
      if (isFirst || missing > toleratedMs) return missing;
      usualMs += Math.max(-driftMs, Math.min(driftMs, missing));
      return 0;
    },
  };
}
