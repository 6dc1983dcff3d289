/** The middle of some figures, and how far they spread. Milliseconds or whatever they are in. */
export interface Summary {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly runs: number;
}

/** Rounds to a tenth: more digits than the clock has would be no measurement. */
const rounded = (value: number): number => Math.round(value * 10) / 10;

/** Summarises at least one figure. */
export function summarise(values: readonly number[]): Summary {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (index: number): number => sorted[index] ?? Number.NaN;
  const middle = (sorted.length - 1) / 2;
  return {
    median: rounded((at(Math.floor(middle)) + at(Math.ceil(middle))) / 2),
    min: rounded(at(0)),
    max: rounded(at(sorted.length - 1)),
    runs: sorted.length,
  };
}
