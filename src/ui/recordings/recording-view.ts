import { remoteName } from '#core/call/selectors.ts';
import type { RecordingMeta } from '#core/recording/recording-meta.ts';

/** A file name that sorts by time and that every system takes: `2026-11-23 20.38 Bob.wav`, in local time. */
export function downloadName(meta: RecordingMeta, ending = '.wav'): string {
  const at = new Date(meta.startedAtMs);
  const two = (value: number) => String(value).padStart(2, '0');
  const day = `${at.getFullYear()}-${two(at.getMonth() + 1)}-${two(at.getDate())}`;
  const party = remoteName(meta)
    .replaceAll(/[^\p{L}\p{M}\p{N}@._+-]+/gu, ' ')
    .trim()
    .replace(/^\.+/, '')
    .slice(0, 60);
  return `${day} ${two(at.getHours())}.${two(at.getMinutes())} ${party}${ending}`;
}

/**
 * Where a file is fetched from for saving: a store of another origin is asked to offer it so, which a link to it cannot. A
 * URL that has a query may be signed, and is left as it is.
 */
export function downloadUrl(url: string): string {
  const { origin, search } = new URL(url, location.href);
  return origin === location.origin || search !== '' ? url : `${url}?download`;
}
