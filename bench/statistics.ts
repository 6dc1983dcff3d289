/** The middle of some figures, and how far they spread. Milliseconds or whatever they are in. */
export interface Summary {
  readonly median: number;
  /** Nineteen of twenty are no more than this. */
  readonly p95: number;
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
  p95: rounded(values.toSorted((a, b) => a - b)[Math.ceil(values.length * 0.95) - 1] ?? Number.NaN),
  min: rounded(Math.min(...values)),
  max: rounded(Math.max(...values)),
  runs: values.length,
});
