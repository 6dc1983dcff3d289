/** Which days one looks at. */
export const dayChoices = ['any', 'today', 'week', 'month', 'between'] as const;
/** One of `dayChoices`. */
export type DayChoice = (typeof dayChoices)[number];

/** A choice of days; `from` and `until` are `YYYY-MM-DD`, or empty, and count for `between` alone. */
export interface DayRange {
  readonly choice: DayChoice;
  readonly from: string;
  readonly until: string;
}

export const anyDay: DayRange = { choice: 'any', from: '', until: '' };

/** Midnight, by local time, so many days after the one of `atMs`. */
const midnightMs = (atMs: number, days: number): number => {
  const day = new Date(atMs);
  return new Date(day.getFullYear(), day.getMonth(), day.getDate() + days).getTime();
};

const dayOf = (text: string): number | null => {
  const atMs = new Date(`${text}T00:00`).getTime();
  return Number.isNaN(atMs) ? null : atMs;
};

/** When it begins and ends, since the Unix epoch; null where it has no end. The last day is in it. */
export function timesOf(
  { choice, from, until }: DayRange,
  nowMs: number,
): { readonly fromMs: number | null; readonly untilMs: number | null } {
  const days = { any: null, today: 0, week: -6, month: -29, between: null }[choice];
  if (choice !== 'between') return { fromMs: days === null ? null : midnightMs(nowMs, days), untilMs: null };
  const last = dayOf(until);
  return { fromMs: dayOf(from), untilMs: last === null ? null : midnightMs(last, 1) };
}
