import { formatLongDay, startOfDay } from '../shared/format-day.ts';
import { words } from '../words.ts';
import styles from './DayHeading.module.css';

/** Noon of the day before: a day is 23 or 25 hours long when the clocks change. */
const dayBefore = (dayMs: number): number => startOfDay(dayMs - 12 * 3_600_000);

function nameOf(dayMs: number, today: number): string {
  if (dayMs === today) return words.history.today;
  return dayMs === dayBefore(today) ? words.history.yesterday : formatLongDay(dayMs, today);
}

/** A day, as it is called on the day `today`, and how many calls it had. */
export function DayHeading({
  dayMs,
  today,
  calls,
}: {
  readonly dayMs: number;
  readonly today: number;
  readonly calls: number;
}) {
  return (
    <div role="rowheader" className={styles.heading}>
      <h2 className={styles.day}>{nameOf(dayMs, today)}</h2>
      <span className={styles.count}>{words.history.found(calls)}</span>
    </div>
  );
}
