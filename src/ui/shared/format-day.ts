import { dateFormat } from './kept-formats.ts';
import { locale } from './locale.ts';

/** The beginning of the day, here, in which a moment lies. */
export const startOfDay = (atMs: number): number => new Date(atMs).setHours(0, 0, 0, 0);

/** `20:38`, as the language writes it, in local time. */
export const formatTime = (atMs: number): string =>
  dateFormat(locale, { hour: 'numeric', minute: '2-digit' }).format(atMs);

/** `Friday, November 27`, with its year when that is another. */
export function formatLongDay(dayMs: number, nowMs: number): string {
  const isThisYear = new Date(dayMs).getFullYear() === new Date(nowMs).getFullYear();
  return dateFormat(locale, {
    weekday: 'long',
    day: 'numeric',
    month: 'long',
    ...(isThisYear ? {} : { year: 'numeric' }),
  }).format(dayMs);
}

/** `2026-11-28 15:04:05`, in local time, in the same form everywhere: for spreadsheets. */
export function formatSortableTime(atMs: number): string {
  const at = new Date(atMs);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  return `${day} ${two(at.getHours())}:${two(at.getMinutes())}:${two(at.getSeconds())}`;
}

/** `2026-11-28`, in local time, in the same form everywhere: for names of files. */
export const formatSortableDay = (atMs: number): string => formatSortableTime(atMs).slice(0, 10);
