import { startOfDay } from './format-day.ts';
import { dateFormat, listFormat, numberFormat, relativeFormat } from './kept-formats.ts';
import { locale as pageLocale } from './locale.ts';

/** `0:07`, `12:31`, `1:02:03`, in the digits of the language. Negative durations count as 0. */
export function formatDuration(durationMs: number, locale = pageLocale): string {
  const inDigits = (value: number, minimumIntegerDigits: number) =>
    numberFormat(locale, { minimumIntegerDigits, useGrouping: false }).format(value);
  const totalSeconds = Math.max(0, Math.floor(durationMs / 1000));
  const hours = Math.floor(totalSeconds / 3600);
  const minutes = inDigits(Math.floor(totalSeconds / 60) % 60, hours > 0 ? 2 : 1);
  const seconds = inDigits(totalSeconds % 60, 2);
  return hours > 0 ? `${inDigits(hours, 1)}:${minutes}:${seconds}` : `${minutes}:${seconds}`;
}

const byteUnits = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** `376 bytes`, `812 kB`, `1.2 MB`: decimal units, one decimal below 10. */
export function formatBytes(bytes: number, locale = pageLocale): string {
  const step = bytes < 1000 ? 0 : Math.min(byteUnits.length - 1, Math.floor(Math.log10(bytes) / 3));
  const value = bytes / 1000 ** step;
  return numberFormat(locale, {
    style: 'unit',
    unit: byteUnits[step] ?? 'byte',
    // Shortened, it has no plural in English.
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: step > 0 && value < 10 ? 1 : 0,
  }).format(value);
}

/** `42 %`, as the language writes it. `part` of `whole`; an empty whole counts as done. */
export function formatPercent(part: number, whole: number, locale = pageLocale): string {
  const share = whole > 0 ? Math.min(1, part / whole) : 1;
  return numberFormat(locale, { style: 'percent', maximumFractionDigits: 0 }).format(share);
}

/** `0.3 %`, as the language writes it: one decimal. `share` from 0 to 1. */
export const formatShare = (share: number, locale = pageLocale): string =>
  numberFormat(locale, { style: 'percent', maximumFractionDigits: 1 }).format(share);

/** `10,000`, as the language writes it. */
export const formatCount = (count: number, locale = pageLocale): string =>
  numberFormat(locale, {}).format(count);

/** `1.25`, as the language writes it: up to two decimals. */
export const formatNumber = (value: number, locale = pageLocale): string =>
  numberFormat(locale, { maximumFractionDigits: 2 }).format(value);

/** `Bob, Carol, Dave`, as the language writes it. */
export const formatList = (items: readonly string[], locale = pageLocale): string =>
  listFormat(locale, { type: 'unit', style: 'short' }).format(items);

/** `15 seconds`, `7 days`, as the language writes it. */
export const formatUnits = (count: number, unit: 'second' | 'day', locale = pageLocale): string =>
  numberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(count);

/** `12 ms`, as the language writes it. */
export const formatMs = (ms: number, locale = pageLocale): string =>
  numberFormat(locale, {
    style: 'unit',
    unit: 'millisecond',
    maximumFractionDigits: 0,
  }).format(ms);

const clock: Intl.DateTimeFormatOptions = { hour: 'numeric', minute: '2-digit' };

/** `, ` as the language writes it: what it has between the day and the time. */
export function comma(locale = pageLocale): string {
  const parts = dateFormat(locale, { day: 'numeric', month: 'short', ...clock }).formatToParts(0);
  return parts[parts.findIndex(({ type }) => type === 'hour') - 1]?.value ?? ', ';
}

/** `today, 20:38`, `yesterday, 9:12`, `Mon, Nov 2, 20:38`: as the language writes it, in local time. */
export function formatWhen(atMs: number, nowMs: number, locale = pageLocale): string {
  // Rounded, because a day is 23 or 25 hours long when the clocks change.
  const daysAgo = Math.round((startOfDay(nowMs) - startOfDay(atMs)) / 86_400_000);
  if (daysAgo === 0 || daysAgo === 1) {
    const day = relativeFormat(locale, { numeric: 'auto' }).format(-daysAgo, 'day');
    return `${day}${comma(locale)}${dateFormat(locale, clock).format(atMs)}`;
  }
  const isThisYear = new Date(atMs).getFullYear() === new Date(nowMs).getFullYear();
  return dateFormat(locale, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(isThisYear ? {} : { year: 'numeric' }),
    ...clock,
  }).format(atMs);
}

/** `Dec 3`: the day, as the language writes it, in local time. */
export const formatDay = (atMs: number, locale = pageLocale): string =>
  dateFormat(locale, { day: 'numeric', month: 'short' }).format(atMs);
