import * as v from 'valibot';
import { PhoneError } from '#core/errors/phone-error.ts';
import { parseRecordingMeta } from '#core/recording/parse-recording-meta.ts';
import type { Logger } from '#core/shared/logger.ts';
import type { StoredRecording, StoredRecordingsPort } from '#core/upload/stored-recording.ts';
import { readBoundedText } from './bounded-text.ts';

const timeoutMs = 15_000;
const longestListBytes = 16 * 1024 * 1024;

const count = v.pipe(v.number(), v.finite(), v.minValue(0));
const listSchema = v.object({ recordings: v.array(v.unknown()) });
const storageSchema = v.object({
  bytes: count,
  durationMs: count,
  // Not every store knows it.
  sha256: v.fallback(v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))), null),
  storedAtMs: count,
  url: v.string(),
});

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** The store's listing over HTTP. `listUrl` is relative to the page or absolute. Entries that make no sense are left out. */
export function createStoredRecordings(
  listUrl: string,
  logger: Logger,
  fetch: Fetch = globalThis.fetch,
): StoredRecordingsPort {
  return {
    async list() {
      const base = new URL(listUrl, self.location.href).href;
      const answer = await readList(fetch, base);
      const list = v.safeParse(listSchema, answer);
      if (!list.success) throw refused('The list has an unknown form.');

      const recordings = list.output.recordings
        .map((entry) => parseEntry(entry, base))
        .filter((entry) => entry !== null);
      const leftOut = list.output.recordings.length - recordings.length;
      if (leftOut > 0) logger.warn('the recording store lists entries of an unknown form', { leftOut });
      return recordings;
    },
  };
}

async function readList(fetch: Fetch, url: string): Promise<unknown> {
  let response: Response;
  let text: string;
  try {
    const headers = { accept: 'application/json' };
    response = await fetch(url, { headers, cache: 'no-store', signal: AbortSignal.timeout(timeoutMs) });
    text = await readBoundedText(response, longestListBytes);
  } catch (error) {
    throw new PhoneError({ code: 'upload/server-unreachable', details: String(error) }, error);
  }
  const status = `HTTP ${String(response.status)}`;
  if (response.status >= 500) throw new PhoneError({ code: 'upload/server-unreachable', details: status });
  if (!response.ok) throw refused(status);
  try {
    return JSON.parse(text);
  } catch (error) {
    throw refused('The list is not JSON.', error);
  }
}

function parseEntry(entry: unknown, base: string): StoredRecording | null {
  const meta = parseRecordingMeta(entry);
  const storage = v.safeParse(storageSchema, entry);
  if (meta === null || !storage.success || !URL.canParse(storage.output.url, base)) return null;
  const url = new URL(storage.output.url, base);
  // A link that the page will offer: nothing but the web.
  if (url.protocol !== 'https:' && url.protocol !== 'http:') return null;
  return { ...meta, ...storage.output, url: url.href };
}

const refused = (details: string, cause?: unknown): PhoneError =>
  new PhoneError({ code: 'upload/refused', details }, cause);
