import type { IncomingMessage, ServerResponse } from 'node:http';
import { pipeline } from 'node:stream/promises';
import { recordingContentType, sn3ContentType } from '#core/upload/upload-wire.ts';
import type { StoredRecording, StoredSn3 } from '#core/upload/stored-recording.ts';
import { parseByteRange } from '../http/byte-range.ts';
import { sendJson, sendText } from '../http/respond.ts';
import type { AudioBackend, AudioFile } from './backend.ts';
import type { RecordingActions } from './recording-actions.ts';
import { parseStoredName, storedName } from './recording-id.ts';
import type { StoredEntry, StoredRecordings } from './stored-recordings.ts';

export const recordingsPath = '/recordings';

export interface RecordingsEndpointOptions {
  readonly recordings: StoredRecordings;
  readonly audio: Pick<AudioBackend, 'open'>;
  readonly actions: RecordingActions;
  /** Whether whoever may read a recording may delete it, too. */
  readonly allowDelete: boolean;
}

/** `/recordings/NAME`, and what is asked of it behind that. */
const recordingPath = /^\/recordings\/([^/]+)(?:\/([a-z]+))?$/;

/** The listing at `recordingsPath` and, below it, each stored file, whole or by byte range (RFC 9110 §14). */
export function createRecordingsEndpoint(options: RecordingsEndpointOptions) {
  const { recordings, audio, actions } = options;
  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const [path = '', query = ''] = (request.url ?? '').split('?', 2);
    const [, requestedName = '', action = ''] = recordingPath.exec(path) ?? [];
    const name = parseStoredName(requestedName);
    const entry = name === null ? null : recordings.find(name);
    if (entry?.codecs === null && (await actions.handle(request, response, entry, action))) return;
    if (request.method !== 'GET' && request.method !== 'HEAD') {
      response.setHeader('allow', 'GET, HEAD');
      sendText(response, 405, 'Only GET and HEAD are possible here.');
      return;
    }
    if (path === recordingsPath || path === `${recordingsPath}/`) {
      sendJson(response, 200, {
        recordings: recordings.list().map((entry) => toStoredRecording(entry, options)),
      });
      return;
    }
    const isThere = entry !== null && entry.deletedAtMs === null && action === '';
    const file = isThere ? await audio.open(entry.uploadId) : null;
    if (entry === null || file === null) {
      sendText(response, 404, 'There is no such recording.');
      return;
    }
    try {
      if (new URLSearchParams(query).has('download')) {
        response.setHeader('content-disposition', `attachment; filename="${fileNameOf(entry)}"`);
      }
      await sendFile(request, response, entry, file);
    } finally {
      await file.close();
    }
  };
}

async function sendFile(
  request: IncomingMessage,
  response: ServerResponse,
  entry: StoredEntry,
  file: AudioFile,
): Promise<void> {
  const { bytes } = file;
  // A stored file never changes, and the name of its upload is made of 128 random bits.
  const etag = `"${entry.uploadId}"`;
  response.setHeader('etag', etag);
  response.setHeader('accept-ranges', 'bytes');
  response.setHeader('cache-control', 'private, no-cache');
  if (request.headers['if-none-match'] === etag) {
    response.writeHead(304).end();
    return;
  }
  const ifRange = request.headers['if-range'];
  const rangeHeader = ifRange === undefined || ifRange === etag ? request.headers.range : undefined;
  const range = parseByteRange(rangeHeader, bytes);
  if (range === 'unsatisfiable') {
    response.setHeader('content-range', `bytes */${bytes}`);
    sendText(response, 416, 'The recording is shorter than that.');
    return;
  }
  const { start, endInclusive } = range === 'whole' ? { start: 0, endInclusive: bytes - 1 } : range;
  if (range !== 'whole') response.setHeader('content-range', `bytes ${start}-${endInclusive}/${bytes}`);
  response.writeHead(range === 'whole' ? 200 : 206, {
    'content-type': entry.codecs === null ? recordingContentType : sn3ContentType,
    'content-length': endInclusive - start + 1,
  });
  if (request.method === 'HEAD') {
    response.end();
    return;
  }
  await pipeline(await file.read(start, endInclusive), response);
}

/** `2026-03-01T14-05-09Z-<recordingId>.wav`, or `.sn3`: made of digits and the checked id only. */
function fileNameOf({ meta, codecs }: StoredEntry): string {
  const startedAt = new Date(meta.startedAtMs).toISOString().slice(0, 19).replaceAll(':', '-');
  return `${startedAt}Z-${meta.recordingId}.${codecs === null ? 'wav' : 'sn3'}`;
}

function toStoredRecording(
  { meta, bytes, sha256, durationMs, storedAtMs, notes }: StoredEntry,
  { recordings, allowDelete }: Pick<RecordingsEndpointOptions, 'allowDelete' | 'recordings'>,
): StoredRecording {
  const sn3 = toStoredSn3(recordings.find(storedName(meta.recordingId, true)));
  const url = `${recordingsPath}/${meta.recordingId}`;
  const allows: StoredRecording['allows'] = allowDelete ? ['peaks', 'notes', 'delete'] : ['peaks', 'notes'];
  const shown = { ...meta, bytes, sha256, durationMs, storedAtMs, url, allows, notes };
  return sn3 === null ? shown : { ...shown, sn3 };
}

function toStoredSn3(entry: StoredEntry | null): StoredSn3 | null {
  if (entry?.codecs == null) return null;
  const { meta, bytes: byteLength, codecs, sha256 } = entry;
  return { byteLength, codecs, sha256, url: `${recordingsPath}/${storedName(meta.recordingId, true)}` };
}
