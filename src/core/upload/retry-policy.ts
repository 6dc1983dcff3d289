import type { PhoneErrorCode } from '../errors/phone-error.ts';

const firstDelayMs = 1000;
const longestDelayMs = 60_000;
const longestRefusedDelayMs = 60 * 60_000;

/** Somebody must do something first: at the server, a token, a right, a limit, an address; at the folder's disk, room. */
const refusedForNow: ReadonlySet<PhoneErrorCode> = new Set([
  'upload/token-refused',
  'upload/not-accepted',
  'folder/write-failed',
]);

/** How long a device that says it is offline is believed before one upload is tried all the same. */
export const offlineProbeMs = longestDelayMs;

/**
 * How long to wait after an upload has failed `failures` times (≥ 1) without moving a byte in between: doubled each
 * time from 1 s to a minute, for ever. A full store is asked once a minute; one that takes nothing from this phone at
 * present, and a folder that cannot be written to, after a minute, then doubled up to an hour. Null when only the person
 * can start the next attempt: a store that has refused the recording itself will refuse it again.
 */
export function uploadRetryDelayMs(code: PhoneErrorCode, failures: number): number | null {
  if (code === 'upload/server-full') return longestDelayMs;
  if (refusedForNow.has(code)) return Math.min(longestDelayMs * 2 ** (failures - 1), longestRefusedDelayMs);
  if (code !== 'upload/server-unreachable') return null;
  return Math.min(firstDelayMs * 2 ** (failures - 1), longestDelayMs);
}
