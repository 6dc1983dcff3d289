import { PhoneError } from '#core/errors/phone-error.ts';
import { sha256OfStream } from './file-digest.ts';

/** What is at the server, as it should be. */
export interface ExpectedFile {
  readonly url: string;
  readonly bytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

/** What a server gives back: just this file, something else, or nothing, since not every server lets a page read. */
export type ReadBack = 'same' | 'other' | 'nothing';

/**
 * Reads back what a server has stored, and compares it. Rejects with `upload/server-unreachable` when the server cannot say now, or the answer breaks
 * off, or rests for `stallTimeoutMs`.
 */
export async function readBack(
  { url, bytes, sha256 }: ExpectedFile,
  headers: Record<string, string>,
  stallTimeoutMs: number,
): Promise<ReadBack> {
  const stall = new AbortController();
  let timer: ReturnType<typeof setTimeout> | undefined;
  const watch = () => {
    clearTimeout(timer);
    timer = setTimeout(() => stall.abort(), stallTimeoutMs);
  };
  watch();
  try {
    const response = await fetch(url, { headers, cache: 'no-store', signal: stall.signal }).catch(() => null);
    if (response !== null && response.status >= 500) throw away(`HTTP ${String(response.status)}`);
    if (response?.body == null || !response.ok) return 'nothing';
    let rest = bytes;
    const digest = await sha256OfStream(response.body, (read) => {
      watch();
      rest -= read;
      if (rest < 0) throw new LongerThanExpected();
    });
    return digest === sha256 ? 'same' : 'other';
  } catch (error) {
    if (error instanceof LongerThanExpected) return 'other';
    throw error instanceof PhoneError ? error : away(String(error));
  } finally {
    clearTimeout(timer);
    // What is not wanted any more need not come.
    stall.abort();
  }
}

class LongerThanExpected extends Error {}

const away = (details: string): PhoneError => new PhoneError({ code: 'upload/server-unreachable', details });
