import { PhoneError } from '#core/errors/phone-error.ts';
import { sha256OfStream } from './file-digest.ts';

/** What is at the server, as it should be. */
export interface ExpectedFile {
  readonly url: string;
  readonly bytes: number;
  /** Lower-case hex. */
  readonly sha256: string;
}

/**
 * Whether a server gives back just this file. Not every server lets a page read what it has stored, so that no answer, and
 * one that says no, is no. Rejects with `upload/server-unreachable` when the server cannot say now, or the answer breaks
 * off, or rests for `stallTimeoutMs`.
 */
export async function readsBack(
  { url, bytes, sha256 }: ExpectedFile,
  headers: Record<string, string>,
  stallTimeoutMs: number,
): Promise<boolean> {
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
    if (response?.body == null || !response.ok) return false;
    let rest = bytes;
    const digest = await sha256OfStream(response.body, (read) => {
      watch();
      rest -= read;
      if (rest < 0) throw new LongerThanExpected();
    });
    return digest === sha256;
  } catch (error) {
    if (error instanceof LongerThanExpected) return false;
    throw error instanceof PhoneError ? error : away(String(error));
  } finally {
    clearTimeout(timer);
    // What is not wanted any more need not come.
    stall.abort();
  }
}

class LongerThanExpected extends Error {}

const away = (details: string): PhoneError => new PhoneError({ code: 'upload/server-unreachable', details });
