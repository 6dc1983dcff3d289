/** The middle of some figures, and how far they spread. Milliseconds or whatever they are in. */
export interface Summary {
  readonly median: number;
  readonly min: number;
  readonly max: number;
  readonly runs: number;
}

/** Rounds to a tenth: more digits than the clock has would be no measurement. */
const rounded = (value: number): number => Math.round(value * 10) / 10;

/** The middle of at least one figure, not rounded. */
export function medianOf(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const at = (index: number): number => sorted[index] ?? Number.NaN;
  const middle = (sorted.length - 1) / 2;
  return (at(Math.floor(middle)) + at(Math.ceil(middle))) / 2;
}

/** Summarises at least one figure. */
export const summarise = (values: readonly number[]): Summary => ({
  median: rounded(medianOf(values)),
  min: rounded(Math.min(...values)),
  max: rounded(Math.max(...values)),
  runs: values.length,
});
