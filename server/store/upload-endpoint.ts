import type { IncomingMessage, ServerResponse } from 'node:http';
import { Metadata, Server, type Upload } from '@tus/server';
import type { Logger } from '#core/shared/logger.ts';
import { sendText } from '../http/respond.ts';
import type { AcceptingStore } from './accepting-store.ts';
import {
  parseAnnouncedCodecs,
  parseAnnouncedSha256,
  parseMetadata,
  type AnnouncedMetadata,
} from './parse-metadata.ts';
import { createUploadId, storedName, storedNameOfUpload } from './recording-id.ts';
import { Refusal, toRefusal } from './refusal.ts';
import type { StoredEntry, StoredRecordings } from './stored-recordings.ts';

export const uploadPath = '/recordings/uploads';

const uploadMethods = new Set(['POST', 'HEAD', 'PATCH', 'DELETE', 'OPTIONS']);

export interface UploadEndpointOptions {
  readonly uploads: AcceptingStore;
  readonly recordings: StoredRecordings;
  readonly maxUploadBytes: number;
  /** Origins of other hosts whose pages may upload. This host's own pages need no header. */
  readonly allowedOrigins: readonly string[];
  readonly logger: Logger;
}

/** Resumable uploads by tus 1.0 (https://tus.io/protocols/resumable-upload) at `uploadPath`. */
export function createUploadEndpoint(options: UploadEndpointOptions) {
  const { uploads, recordings, maxUploadBytes, allowedOrigins, logger } = options;
  const tus = new Server({
    path: uploadPath,
    datastore: uploads,
    relativeLocation: true,
    maxSize: maxUploadBytes,
    allowedOrigins: (origin) => allowedOrigins.includes(origin),
    exposedHeaders: ['Content-Location', 'Repr-Digest'],
    getFileIdFromRequest: (_request, name) =>
      name !== undefined && storedNameOfUpload(name) !== null ? name : undefined,
    namingFunction: (request, metadata) =>
      nameUpload(metadata, request.headers.get('upload-length'), recordings),
    async onIncomingRequest(request, uploadId) {
      const described = request.method === 'PATCH' ? request.headers.get('upload-metadata') : null;
      if (described !== null) await uploads.describeAgain(uploadId, readMetadata(described));
    },
    async onUploadFinish(_request, upload) {
      return { headers: describeStored(await acceptUnlessAccepted(uploads, recordings, upload)) };
    },
    onResponseError(_request, error) {
      if ('status_code' in error) return { status_code: error.status_code, body: error.body };
      const { status_code, body } = toRefusal(error);
      logger.error('The recording store failed.', { error: String(error) });
      return { status_code, body };
    },
  });

  return async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    if (!uploadMethods.has(request.method ?? '')) {
      response.setHeader('allow', [...uploadMethods].join(', '));
      sendText(response, 405, 'An upload cannot be read here.');
      return;
    }
    if (request.method === 'HEAD') await announceStored(uploads, recordings, request, response);
    await tus.handle(request, response);
  };
}

/** What is said of a complete upload to whoever asks again: the last answer may have been missed. */
async function announceStored(
  uploads: AcceptingStore,
  recordings: StoredRecordings,
  { url = '' }: IncomingMessage,
  response: ServerResponse,
): Promise<void> {
  const uploadId = url.slice(`${uploadPath}/`.length);
  const name = storedNameOfUpload(uploadId);
  if (name === null) return;
  // One that was complete when the server stopped is accepted now. What fails is answered by tus.
  await uploads.getUpload(uploadId).catch(() => undefined);
  const entry = recordings.find(name);
  if (entry?.uploadId === uploadId) response.setHeaders(new Headers(describeStored(entry)));
}

/** Where a stored file is, and its digest: see `core/upload/upload-wire.ts`. */
function describeStored({ meta, codecs, sha256 }: StoredEntry): Record<string, string> {
  // As seen from the upload: a proxy may have put something in front of both.
  const location = { 'Content-Location': `../${storedName(meta.recordingId, codecs !== null)}` };
  if (sha256 === null) return location;
  return { ...location, 'Repr-Digest': `sha-256=:${Buffer.from(sha256, 'hex').toString('base64')}:` };
}

function readMetadata(header: string): AnnouncedMetadata {
  try {
    return Metadata.parse(header);
  } catch {
    throw new Refusal(400, 'The upload was refused: its Upload-Metadata cannot be read.');
  }
}

/**
 * The name of a new upload. A recording that is stored already is refused, unless it is announced in the same words,
 * length and digest: then the client has missed our last answer, and is sent to the upload that is complete.
 */
function nameUpload(
  metadata: AnnouncedMetadata,
  lengthHeader: string | null,
  recordings: StoredRecordings,
): string {
  const meta = parseMetadata(metadata);
  const sha256 = parseAnnouncedSha256(metadata);
  const codecs = parseAnnouncedCodecs(metadata);
  const stored = recordings.find(storedName(meta.recordingId, codecs !== null));
  if (stored === null) return createUploadId(meta.recordingId, codecs !== null);
  const sameLength = lengthHeader === null || Number(lengthHeader) === stored.bytes;
  const sameBytes = sha256 === null || stored.sha256 === null || sha256 === stored.sha256;
  const sameWords = JSON.stringify([meta, codecs]) === JSON.stringify([stored.meta, stored.codecs]);
  if (sameLength && sameBytes && sameWords) return stored.uploadId;
  throw new Refusal(409, 'Another file is already stored for this recording.');
}

async function acceptUnlessAccepted(
  uploads: AcceptingStore,
  recordings: StoredRecordings,
  upload: Upload,
): Promise<StoredEntry> {
  const name = storedNameOfUpload(upload.id);
  const stored = name === null ? null : recordings.find(name);
  return stored?.uploadId === upload.id ? stored : uploads.accept(upload.id, upload.metadata);
}
