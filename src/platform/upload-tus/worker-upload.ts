import { redact } from '#core/diagnostics/redact.ts';
import { PhoneError, type PhoneErrorCode, type PhoneErrorDetail } from '#core/errors/phone-error.ts';
import type { RecordingFile } from '#core/recording/recording-meta.ts';
import type { RecordingId } from '#core/shared/ids.ts';
import type { StoreToken } from '#core/upload/store-token.ts';
import type { UploadedRecording, UploadPort, UploadProgress } from '#core/upload/upload-port.ts';
import { bearerHeaders } from './bearer-headers.ts';
import type { UploadReply, UploadRequest } from './upload-messages.ts';

/** What a deployment says of its store, and how a worker is started. */
export interface WorkerUploadDeps {
  /** Where uploads are created; relative to the page or absolute. */
  readonly uploadUrl: string;
  /** Read for each attempt; whatever the store does not let this phone do may be due to it. */
  readonly token: Pick<StoreToken, 'read' | 'refuse'>;
  /** The URL of the upload that was begun for a recording, or for its encoded frames, or null. */
  readonly readUploadUrl: (
    recordingId: RecordingId,
    suffix: '.upload' | '.sn3-upload',
  ) => Promise<string | null>;
  /** Starts the upload worker (`src/workers/upload.worker.ts`). */
  readonly spawnWorker: () => Worker;
}

/** 401, and 403 among others. */
const mayBeOfToken: ReadonlySet<PhoneErrorCode> = new Set(['upload/token-refused', 'upload/not-accepted']);

/** A server may answer with what it was shown, and the answer goes to the log. */
const withoutSecret = (error: PhoneErrorDetail, secret: string | null): PhoneErrorDetail =>
  secret === null || error.details === undefined
    ? error
    : { ...error, details: redact(error.details, [secret]) };

type Sent = Extract<UploadReply, { kind: 'sent' }>;

/**
 * Uploads in a worker of its own, one per attempt: neither the page nor the worker that writes recordings waits for it,
 * and whatever goes wrong in it ends with it.
 */
export function createWorkerUpload({
  uploadUrl,
  token,
  readUploadUrl,
  spawnWorker,
}: WorkerUploadDeps): UploadPort {
  const absolute = (url: string): string => new URL(url, self.location.href).href;

  const attempts = new Map<RecordingId, (reason: PhoneError) => void>();

  const attempt = async (
    wanted: Omit<UploadRequest, 'endpoint' | 'token'>,
    onProgress: (progress: UploadProgress) => void,
  ): Promise<Sent> => {
    const { recordingId } = wanted.meta;
    const worker = spawnWorker();
    let shown: string | null = null;
    try {
      return await new Promise<Sent>((resolve, reject) => {
        attempts.set(recordingId, reject);
        worker.addEventListener('message', ({ data: reply }: MessageEvent<UploadReply>) => {
          if (reply.kind === 'progressed') onProgress(reply.progress);
          else if (reply.kind === 'sent') resolve(reply);
          else {
            if (mayBeOfToken.has(reply.error.code)) token.refuse(shown);
            reject(new PhoneError(withoutSecret(reply.error, shown)));
          }
        });
        worker.addEventListener('error', (event) => {
          reject(new PhoneError({ code: 'upload/server-unreachable', details: event.message }));
        });
        const begin = async () => {
          shown = await token.read();
          const request: UploadRequest = { endpoint: absolute(uploadUrl), token: shown, ...wanted };
          worker.postMessage(request);
        };
        begin().catch(reject);
      });
    } finally {
      attempts.delete(recordingId);
      worker.terminate();
    }
  };

  const bring = async (
    { meta, byteLength, durationMs, sn3: frames }: RecordingFile,
    part: 'whole' | 'stored',
    storedUrl: string | null,
    onProgress: (progress: UploadProgress) => void,
  ): Promise<UploadedRecording> => {
    // Without its reader, which cannot leave this thread.
    const sn3 = frames && { byteLength: frames.byteLength, codecs: frames.codecs };
    const sent = await attempt({ meta, part, storedUrl, durationMs, sn3 }, onProgress);
    return {
      url: sent.sound?.url ?? '',
      objectKey: meta.recordingId,
      bytes: byteLength,
      sn3Url: sent.sn3?.url ?? null,
      isCompared: [sent.sound, ...(sn3 === null ? [] : [sent.sn3])].every(
        (file) => file?.isCompared === true,
      ),
    };
  };

  return {
    cancel(recordingId) {
      attempts.get(recordingId)?.(new PhoneError({ code: 'upload/cancelled' }));
    },
    async discard(recordingId) {
      const headers = { 'tus-resumable': '1.0.0', ...bearerHeaders(await token.read()) };
      for (const suffix of ['.upload', '.sn3-upload'] as const) {
        const url = await readUploadUrl(recordingId, suffix).catch(() => null);
        // A store that does not hear of it forgets the upload by itself one day.
        if (url !== null) fetch(url, { method: 'DELETE', headers }).catch(() => undefined);
      }
    },
    async sendAhead(meta) {
      const wanted = { meta, part: 'so-far', storedUrl: null, durationMs: null, sn3: null } as const;
      await attempt(wanted, () => undefined);
    },
    upload: (file, onProgress) => bring(file, 'whole', null, onProgress),
    compare: (file, url) => bring(file, 'stored', url, () => undefined),
  };
}
