import type { RecordingMeta } from '#core/recording/recording-meta.ts';
import type { UploadProgress } from '#core/upload/upload-port.ts';
import { toUploadMetadata, type UploadMetadata } from '#core/upload/upload-wire.ts';
import { sha256OfFile } from './file-digest.ts';
import { sendWithTus, type GrowingFile, type TusDeps, type TusSending } from './send-with-tus.ts';
import { answerOf, toUploadError } from './upload-error.ts';

/**
 * Sends files to a tus server. Everything tries once, and rejects with `upload/server-unreachable`, `upload/server-full`,
 * `upload/token-refused` or `upload/refused`.
 */
export interface TusUploader {
  /** Sends the whole file, from where an earlier attempt ended, and announces its SHA-256. */
  readonly upload: (
    meta: RecordingMeta,
    file: Blob,
    onProgress: (progress: UploadProgress) => void,
  ) => Promise<void>;
  /** Sends what there is of a file that grows, from where an earlier attempt ended, and leaves the upload open. */
  readonly sendAhead: (meta: RecordingMeta, file: GrowingFile) => Promise<void>;
}

/** Statuses with which a server says that it does not know an upload (any more). */
const goneStatuses = new Set([403, 404, 410]);

const isGone = (error: unknown): boolean => {
  const answer = answerOf(error);
  return answer?.method === 'HEAD' && goneStatuses.has(answer.status);
};

/** Makes an uploader for one tus server. */
export function createTusUploader(deps: TusDeps): TusUploader {
  const { endpoint, urls, describe: describeMeta = toUploadMetadata } = deps;
  const begunUrl = (meta: RecordingMeta) => urls.read(meta.recordingId).catch(() => null);

  const begin = (sending: Omit<TusSending, 'target'>, metadata: UploadMetadata): Promise<void> =>
    sendWithTus(deps, { ...sending, target: { endpoint, metadata } });

  /** Whether the upload that was begun took the rest of a whole file. It does not exist, or cannot become this file, otherwise. */
  const finish = async (
    sending: Omit<TusSending, 'target'> & { readonly file: Blob },
    uploadUrl: string,
    describe: () => Promise<UploadMetadata>,
  ): Promise<boolean> => {
    const { size } = sending.file;
    const found = { offset: 0, isOpen: false };
    const onFound: TusSending['onFound'] = (told) => {
      Object.assign(found, told);
      if (told.offset > size) throw new Error('The store has more than there is.');
      return told.isOpen ? describe() : Promise.resolve(null);
    };
    const send = () => sendWithTus(deps, { ...sending, target: { uploadUrl }, onFound });
    try {
      await send().catch(async (error: unknown) => {
        // A request that we gave up told it the length meanwhile: then it takes none.
        if (!found.isOpen || answerOf(error)?.status !== 400) throw error;
        await send();
      });
      return true;
    } catch (error) {
      // A power loss takes the last second of a file, and an upload that was begun meanwhile may have it.
      const isOther = found.offset > size || (found.isOpen && answerOf(error)?.status === 422);
      if (!isOther && !isGone(error)) throw error;
      return false;
    }
  };

  const upload: TusUploader['upload'] = async (meta, file, onProgress) => {
    const sending = {
      recordingId: meta.recordingId,
      file,
      onProgress: (sentBytes: number) => onProgress({ sentBytes, totalBytes: file.size }),
    };
    const describe = async () => ({ ...describeMeta(meta), sha256: await sha256OfFile(file) });
    const begun = await begunUrl(meta);
    if (begun !== null && (await finish(sending, begun, describe))) return;
    try {
      await begin(sending, await describe());
    } catch (error) {
      const answer = answerOf(error);
      const uploadUrl = await begunUrl(meta);
      // The store led us to an upload that it has some of already: our own, whose answer we missed.
      if (answer?.method !== 'PATCH' || answer.status !== 409 || uploadUrl === null) throw error;
      await sendWithTus(deps, { ...sending, target: { uploadUrl } });
    }
  };

  const sendAhead: TusUploader['sendAhead'] = async (meta, growing) => {
    const sending = { recordingId: meta.recordingId, file: growing, onProgress: () => undefined };
    const uploadUrl = await begunUrl(meta);
    try {
      if (uploadUrl === null) await begin(sending, describeMeta(meta));
      else await sendWithTus(deps, { ...sending, target: { uploadUrl } });
    } catch (error) {
      if (!isGone(error)) throw error;
      await begin(sending, describeMeta(meta));
    }
  };

  const explained =
    <Args extends unknown[]>(work: (...args: Args) => Promise<void>) =>
    async (...args: Args): Promise<void> => {
      try {
        await work(...args);
      } catch (error) {
        throw toUploadError(error);
      }
    };

  return { upload: explained(upload), sendAhead: explained(sendAhead) };
}
