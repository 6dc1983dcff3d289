import { useEffect, useState } from 'react';
import { startOfDay } from '../shared/format-day.ts';

const hourMs = 3_600_000;
/** A timer may come a moment before its time. */
const afterMidnightMs = 1000;

/** Noon of the next day is sure to be in it: a day is 23 or 25 hours long when the clocks change. */
const dayAfter = (dayMs: number): number => startOfDay(dayMs + 36 * hourMs);

/** The beginning of today, here. A page that is left open past midnight is told; a device that slept through it, when it is looked at. */
export function useToday(): number {
  const [today, setToday] = useState(() => startOfDay(Date.now()));
  useEffect(() => {
    const look = () => setToday(startOfDay(Date.now()));
    const timer = setTimeout(look, dayAfter(today) + afterMidnightMs - Date.now());
    document.addEventListener('visibilitychange', look);
    return () => {
      clearTimeout(timer);
      document.removeEventListener('visibilitychange', look);
    };
  }, [today]);
  return today;
}
