import type { RecordingMeta } from '#core/recording/recording-meta.ts';
import { formatSortableTime } from '../shared/format-day.ts';

/** A file name that sorts by time and that every system takes: `2026-11-23 20.38 Bob.wav`, in local time. */
export function downloadName({ startedAtMs }: RecordingMeta, name: string, ending = '.wav'): string {
  const at = formatSortableTime(startedAtMs).slice(0, 16).replace(':', '.');
  const party = name
    .replaceAll(/[^\p{L}\p{M}\p{N}@._+-]+/gu, ' ')
    .trim()
    .replace(/^\.+/, '')
    .slice(0, 60);
  return `${at} ${party}${ending}`;
}

/**
 * Where a file is fetched from for saving: a store of another origin is asked to offer it so, which a link to it cannot. A
 * URL that has a query may be signed, and is left as it is.
 */
export function downloadUrl(url: string): string {
  const { origin, search } = new URL(url, location.href);
  return origin === location.origin || search !== '' ? url : `${url}?download`;
}
