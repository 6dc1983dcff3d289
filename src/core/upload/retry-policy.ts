import type { PhoneErrorCode } from '../errors/phone-error.ts';

const firstDelayMs = 1000;
const longestDelayMs = 60_000;

/** How long a device that says it is offline is believed before one upload is tried all the same. */
export const offlineProbeMs = longestDelayMs;

/**
 * How long to wait after an upload has failed `failures` times (≥ 1) without moving a byte in between: doubled each
 * time from 1 s to a minute, for ever. A full store is asked once a minute. Null when only the person can start the
 * next attempt: a store that refused will refuse again.
 */
export function uploadRetryDelayMs(code: PhoneErrorCode, failures: number): number | null {
  if (code === 'upload/server-full') return longestDelayMs;
  if (code !== 'upload/server-unreachable') return null;
  return Math.min(firstDelayMs * 2 ** (failures - 1), longestDelayMs);
}
