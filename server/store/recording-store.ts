import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Logger } from '#core/shared/logger.ts';
import { classifyOrigin } from '../http/origin.ts';
import { sendText } from '../http/respond.ts';
import { AcceptingStore } from './accepting-store.ts';
import type { Backend } from './backend.ts';
import { refuseStranger, showsToken } from './bearer-token.ts';
import { openDiskBackend } from './disk-backend.ts';
import { createRecordingActions } from './recording-actions.ts';
import { createRecordingsEndpoint, recordingsPath } from './recordings-endpoint.ts';
import type { S3Settings } from './s3-settings.ts';
import { createStoredPeaks } from './stored-peaks.ts';
import { openStoredRecordings } from './stored-recordings.ts';
import { createTrash } from './trash.ts';
import { createUploadEndpoint, uploadPath } from './upload-endpoint.ts';
import type { OpenUploadFile } from './upload-file.ts';
import { sweepUploads, uploadSweepIntervalMs } from './upload-sweep.ts';

export interface RecordingStoreOptions {
  /** Made when it is missing. `audio/`, `uploads/` and `recordings/` are kept in it, for one server at a time. */
  readonly dataDirectory: string;
  /** Keeps everything there instead of in the data directory. */
  readonly s3?: S3Settings;
  readonly logger: Logger;
  /** Largest recording, in bytes. Default 4 GiB, which is what a WAV header can tell: 18 hours of stereo at 16 kHz. */
  readonly maxUploadBytes?: number;
  /** How long an unfinished upload may be resumed. Default 7 days. */
  readonly uploadExpiryMs?: number;
  /** Origins of other hosts whose pages may use the store, as the Origin header has them. Default none. */
  readonly allowedOrigins?: readonly string[];
  /** What whoever uses the store must show (RFC 6750 §2.1). Default: nothing is asked. */
  readonly recordingToken?: string;
  /** Whether recordings can be deleted by whoever can read them. Default true. */
  readonly allowDelete?: boolean;
  /** Opens an upload's file. Default: the disk's own. */
  readonly openFile?: OpenUploadFile;
}

/** Takes recordings in and gives them out again. */
export interface RecordingStore {
  /** True for the paths that `handle` answers. */
  readonly owns: (path: string) => boolean;
  /** Answers a request. Rejects only when the connection broke or the disk failed while a file was being sent. */
  readonly handle: (request: IncomingMessage, response: ServerResponse) => Promise<void>;
  /** Resolves when nothing is being written any more. What a writer had not begun waits for the next start. */
  readonly close: () => Promise<void>;
}

const largestWavBytes = 2 ** 32;
const dayMs = 24 * 60 * 60 * 1000;

/** Opens the store. Rejects with the system's error, or that of S3, when what it has cannot be read. */
export async function openRecordingStore(options: RecordingStoreOptions): Promise<RecordingStore> {
  const { logger, maxUploadBytes = largestWavBytes, allowedOrigins = [], recordingToken } = options;
  const { allowDelete = true } = options;
  const { audio, descriptions } = await openBackend(options);
  const recordings = await openStoredRecordings(descriptions, logger);
  const peaks = createStoredPeaks(audio, descriptions);
  const trash = createTrash({ recordings, audio, peaks, logger });
  const uploads = new AcceptingStore(audio, recordings, peaks);
  const sweep = async () => {
    await sweepUploads(uploads, audio, logger);
    await trash.sweep();
  };
  await sweep();
  const sweeping = setInterval(() => void sweep(), uploadSweepIntervalMs).unref();

  const handleUpload = createUploadEndpoint({ uploads, recordings, maxUploadBytes, allowedOrigins, logger });
  const handleRecording = createRecordingsEndpoint({
    recordings,
    audio,
    actions: createRecordingActions({ recordings, peaks, trash, allowDelete }),
    allowDelete,
  });

  return {
    owns: (path) => path === recordingsPath || path.startsWith(`${recordingsPath}/`),
    async handle(request, response) {
      const origin = classifyOrigin(request, allowedOrigins);
      if (origin === 'foreign') {
        sendText(response, 403, 'Pages of other sites may not use this recording server.');
        return;
      }
      if (origin === 'allowed') allowOrigin(request, response);
      // A browser asks whether it may send a token before it sends one.
      const isPreflight = request.method === 'OPTIONS';
      if (recordingToken !== undefined && !isPreflight && !showsToken(request, recordingToken)) {
        refuseStranger(response);
        return;
      }
      const path = (request.url ?? '').split('?', 1)[0] ?? '';
      const isUpload = path === uploadPath || path.startsWith(`${uploadPath}/`);
      if (isPreflight && origin === 'allowed' && !isUpload) {
        allowUse(response);
        return;
      }
      await (isUpload ? handleUpload(request, response) : handleRecording(request, response));
    },
    async close() {
      clearInterval(sweeping);
      await uploads.close();
    },
  };
}

async function openBackend(options: RecordingStoreOptions): Promise<Backend> {
  const { s3, dataDirectory, uploadExpiryMs = 7 * dayMs, openFile } = options;
  if (s3 === undefined) return openDiskBackend(dataDirectory, uploadExpiryMs, openFile);
  // A large library, which nobody waits for who has no bucket.
  const { openS3Backend } = await import('./s3-backend.ts');
  return openS3Backend(s3, uploadExpiryMs);
}

/** Lets a listed page read what is answered (Fetch standard, CORS protocol). */
function allowOrigin(request: IncomingMessage, response: ServerResponse): void {
  response.setHeader('access-control-allow-origin', request.headers.origin ?? '');
  response.setHeader('access-control-expose-headers', 'content-range, etag');
  response.setHeader('cross-origin-resource-policy', 'cross-origin');
  response.setHeader('vary', 'origin');
}

/** Answers a preflight of a listed page (Fetch standard, CORS protocol): it may do what the own ones may, and show a token. */
function allowUse(response: ServerResponse): void {
  response.setHeader('access-control-allow-methods', 'GET, HEAD, PUT, POST, DELETE');
  response.setHeader('access-control-allow-headers', 'authorization, content-type, range');
  response.writeHead(204).end();
}
