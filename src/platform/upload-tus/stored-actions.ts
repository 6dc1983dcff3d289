import { PhoneError } from '#core/errors/phone-error.ts';
import { decodePeaks, mostBuckets } from '#core/recording/peaks.ts';
import type { StoredActions } from '#core/upload/stored-recording.ts';

/** Sends a request with what the store wants to be shown. Rejects with `upload/*`, and `recording/file-gone` for a 404. */
export type AskStore = (url: string, init: RequestInit) => Promise<Response>;

const timeoutMs = 15_000;
const largestPeaksBytes = 4 + 2 * (mostBuckets + 1);

/** What the recording store does on request, over HTTP: see `storeActions`. */
export function createStoredActions(ask: AskStore): StoredActions {
  const send = async (url: string, method: string, more: RequestInit = {}): Promise<void> => {
    await ask(url, { method, signal: AbortSignal.timeout(timeoutMs), ...more });
  };
  return {
    async readPeaks(url) {
      // A store that has not measured a long file yet reads it now.
      const response = await ask(`${url}/peaks`, { signal: AbortSignal.timeout(4 * timeoutMs) });
      const bytes = new Uint8Array(await response.arrayBuffer());
      const peaks = bytes.byteLength > largestPeaksBytes ? null : decodePeaks(bytes);
      if (peaks === null) throw new PhoneError({ code: 'upload/refused', details: 'These are no peaks.' });
      return peaks;
    },
    // What was typed last is sent when the page goes.
    setNotes: (url, notes) => send(`${url}/notes`, 'PUT', { body: notes, keepalive: true }),
    remove: (url) => send(url, 'DELETE'),
    restore: (url) => send(`${url}/restore`, 'POST'),
    async probe(url) {
      // A URL may be signed, which it is for this method alone.
      const response = await ask(url, { signal: AbortSignal.timeout(timeoutMs) });
      await response.body?.cancel();
    },
  };
}
