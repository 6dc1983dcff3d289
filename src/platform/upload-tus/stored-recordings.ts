import * as v from 'valibot';
import { PhoneError } from '#core/errors/phone-error.ts';
import { parseRecordingMeta } from '#core/recording/parse-recording-meta.ts';
import type { Logger } from '#core/shared/logger.ts';
import { readSn3Codecs } from '#core/recording/sn3-codec.ts';
import { cleanNotes } from '#core/recording/notes.ts';
import type { StoreToken } from '#core/upload/store-token.ts';
import {
  storeActions,
  type OpenRecording,
  type StoredRecording,
  type StoredRecordingsPort,
  type StoredSn3,
} from '#core/upload/stored-recording.ts';
import { bearerHeaders } from './bearer-headers.ts';
import { createStoredActions, type AskStore } from './stored-actions.ts';
import { readBoundedText } from './bounded-text.ts';

const timeoutMs = 15_000;
const longestListBytes = 16 * 1024 * 1024;

const count = v.pipe(v.number(), v.finite(), v.minValue(0));
const listSchema = v.object({ recordings: v.array(v.unknown()) });
// Not every store knows it.
const sha256 = v.fallback(v.nullable(v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/))), null);
const sn3Schema = v.object({
  sn3: v.object({ byteLength: count, codecs: v.array(v.unknown()), sha256, url: v.string() }),
});
const storageSchema = v.object({
  bytes: count,
  durationMs: count,
  sha256,
  storedAtMs: count,
  url: v.string(),
  // Not every store has these.
  notes: v.fallback(v.nullable(v.string()), null),
  allows: v.fallback(v.nullable(v.array(v.unknown())), null),
});

type Fetch = (url: string, init: RequestInit) => Promise<Response>;

/** Where the store's listing is, and what is shown to it. */
export interface StoredRecordingsDeps {
  /** Relative to the page or absolute. */
  readonly listUrl: string;
  /** Shown as a bearer token to the origin of the listing. */
  readonly token: StoreToken;
  readonly logger: Logger;
  readonly fetch?: Fetch;
}

/** What the store has, over HTTP. Entries of the listing that make no sense are left out. */
export function createStoredRecordings({
  listUrl,
  token,
  logger,
  fetch = globalThis.fetch,
}: StoredRecordingsDeps): StoredRecordingsPort {
  const base = new URL(listUrl, self.location.href).href;
  /** Once more, where the settings have another token by now. */
  const show: Fetch = async (url, init) => {
    const shown = await token.read();
    const send = (secret: string | null) =>
      fetch(url, {
        ...init,
        headers: [...new Headers(init.headers), ...Object.entries(bearerHeaders(secret))],
      });
    const response = await send(shown);
    if (response.status !== 401 && response.status !== 403) return response;
    token.refuse(shown);
    const next = await token.read();
    return next === shown ? response : send(next);
  };

  const askStore: AskStore = (url, init) => {
    // Nobody but the store sees the token, wherever the store keeps its files.
    const isStore = new URL(url, base).origin === new URL(base).origin;
    return ask(() => (isStore ? show : fetch)(url, init));
  };
  const open: OpenRecording = async (url) => {
    const response = await askStore(url, {});
    const opened = URL.createObjectURL(await unlessAway(() => response.blob()));
    return { url: opened, release: () => URL.revokeObjectURL(opened) };
  };

  return {
    open: token.isWanted ? open : null,
    actions: createStoredActions(askStore),
    async list() {
      const answer = await readList(show, base);
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
  const headers = { accept: 'application/json' };
  const signal = AbortSignal.timeout(timeoutMs);
  const response = await ask(() => fetch(url, { headers, cache: 'no-store', signal }));
  const text = await unlessAway(() => readBoundedText(response, longestListBytes));
  try {
    return JSON.parse(text);
  } catch (error) {
    throw refused('The list is not JSON.', error);
  }
}

/** An answer that says yes. Rejects with `upload/*`. */
async function ask(request: () => Promise<Response>): Promise<Response> {
  const response = await unlessAway(request);
  if (response.ok) return response;
  const details = `HTTP ${String(response.status)}`;
  if (response.status >= 500) throw new PhoneError({ code: 'upload/server-unreachable', details });
  if (response.status === 404) throw new PhoneError({ code: 'recording/file-gone', details });
  if (response.status === 401) throw new PhoneError({ code: 'upload/token-refused', details });
  throw refused(details);
}

async function unlessAway<Result>(work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (error) {
    throw new PhoneError({ code: 'upload/server-unreachable', details: String(error) }, error);
  }
}

function parseEntry(entry: unknown, base: string): StoredRecording | null {
  const meta = parseRecordingMeta(entry);
  const storage = v.safeParse(storageSchema, entry);
  const url = storage.success ? webUrl(storage.output.url, base) : null;
  if (meta === null || !storage.success || url === null) return null;
  const sn3 = parseSn3(entry, base);
  const { notes, allows, ...rest } = storage.output;
  return {
    ...meta,
    ...rest,
    url,
    ...(sn3 === null ? {} : { sn3 }),
    ...(notes === null ? {} : { notes: cleanNotes(notes) }),
    ...(allows === null ? {} : { allows: storeActions.filter((action) => allows.includes(action)) }),
  };
}

/** What the store says of encoded frames beside an entry; null when it says nothing, or nothing that makes sense. */
function parseSn3(entry: unknown, base: string): StoredSn3 | null {
  const { success, output } = v.safeParse(sn3Schema, entry);
  const url = success ? webUrl(output.sn3.url, base) : null;
  return success && url !== null ? { ...output.sn3, codecs: readSn3Codecs(output.sn3.codecs), url } : null;
}

/** A link that the page will offer: nothing but the web. */
function webUrl(url: string, base: string): string | null {
  const { protocol, href } = URL.canParse(url, base) ? new URL(url, base) : { protocol: '', href: '' };
  return protocol === 'https:' || protocol === 'http:' ? href : null;
}

const refused = (details: string, cause?: unknown): PhoneError =>
  new PhoneError({ code: 'upload/refused', details }, cause);
