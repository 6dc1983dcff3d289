import { PhoneError } from '#core/errors/phone-error.ts';
import type { RecordingMeta } from '#core/recording/recording-meta.ts';
import type { UploadProgress } from '#core/upload/upload-port.ts';
import { toUploadMetadata, type UploadMetadata } from '#core/upload/upload-wire.ts';
import { bearerHeaders } from './bearer-headers.ts';
import { sha256OfFile } from './file-digest.ts';
import { readBack, type ReadBack } from './read-back.ts';
import {
  sendWithTus,
  type GrowingFile,
  type TusDeps,
  type TusOutcome,
  type TusSending,
} from './send-with-tus.ts';
import { answerOf, toUploadError } from './upload-error.ts';

/** Where a whole file is, and whether its SHA-256 was compared with that of what was sent. */
export interface StoredFile {
  readonly url: string;
  readonly isCompared: boolean;
}

/**
 * Sends files to a tus server. Everything tries once, and rejects with `upload/server-unreachable`, `upload/server-full`,
 * `upload/token-refused`, `upload/not-accepted` or `upload/refused`.
 */
export interface TusUploader {
  /**
   * Sends the whole file, from where an earlier attempt ended, and announces its SHA-256. Where the server does not confirm
   * that, what it has is read back and compared, if it lets us read.
   */
  readonly upload: (
    meta: RecordingMeta,
    file: Blob,
    onProgress: (progress: UploadProgress) => void,
  ) => Promise<StoredFile>;
  /**
   * Compares what the server has of a file that was sent, at `storedUrl` where it said so, and begins no upload. Rejects also
   * with `upload/not-accepted` where it does not let that be read, and with `upload/refused` where it has something else.
   */
  readonly compare: (meta: RecordingMeta, file: Blob, storedUrl: string | null) => Promise<StoredFile>;
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
  const { endpoint, token, urls, stallTimeoutMs, describe: describeMeta = toUploadMetadata } = deps;
  const begunUrl = (meta: RecordingMeta) => urls.read(meta.recordingId).catch(() => null);

  const begin = (sending: Omit<TusSending, 'target'>, metadata: UploadMetadata): Promise<TusOutcome> =>
    sendWithTus(deps, { ...sending, target: { endpoint, metadata } });

  /** Sends the rest of a whole file to the upload that was begun. Null where that does not exist, or cannot become this file. */
  const finish = async (
    sending: Omit<TusSending, 'target'> & { readonly file: Blob },
    uploadUrl: string,
    describe: () => Promise<UploadMetadata>,
  ): Promise<TusOutcome | null> => {
    const { size } = sending.file;
    const found = { offset: 0, isOpen: false };
    const onFound: TusSending['onFound'] = (told) => {
      Object.assign(found, told);
      if (told.offset > size) throw new Error('The store has more than there is.');
      return told.isOpen ? describe() : Promise.resolve(null);
    };
    const send = () => sendWithTus(deps, { ...sending, target: { uploadUrl }, onFound });
    try {
      return await send().catch((error: unknown) => {
        // A request that we gave up told it the length meanwhile: then it takes none.
        if (!found.isOpen || answerOf(error)?.status !== 400) throw error;
        return send();
      });
    } catch (error) {
      // A power loss takes the last second of a file, and an upload that was begun meanwhile may have it.
      const isOther = found.offset > size || (found.isOpen && answerOf(error)?.status === 422);
      if (!isOther && !isGone(error)) throw error;
      return null;
    }
  };

  const find = async (
    { url: uploadUrl, sha256: confirmed, contentUrl }: TusOutcome,
    file: Blob,
    sha256: string,
  ): Promise<{ readonly url: string; readonly has: ReadBack }> => {
    const url = contentUrl ?? uploadUrl;
    if (confirmed === sha256) return { url, has: 'same' };
    // Nobody but the server that takes uploads sees the token.
    const isServer = new URL(url).origin === new URL(endpoint).origin;
    const headers = bearerHeaders(isServer ? token : null);
    return { url, has: await readBack({ url, bytes: file.size, sha256 }, headers, stallTimeoutMs) };
  };
  const check = async (outcome: TusOutcome, file: Blob, sha256: string): Promise<StoredFile> => {
    const { url, has } = await find(outcome, file, sha256);
    return { url, isCompared: has === 'same' };
  };

  const upload: TusUploader['upload'] = async (meta, file, onProgress) => {
    const sending = {
      recordingId: meta.recordingId,
      file,
      onProgress: (sentBytes: number) => onProgress({ sentBytes, totalBytes: file.size }),
    };
    let digest: Promise<string> | null = null;
    const sha256 = () => (digest ??= sha256OfFile(file));
    const describe = async () => ({ ...describeMeta(meta), sha256: await sha256() });
    const begun = await begunUrl(meta);
    const finished = begun === null ? null : await finish(sending, begun, describe);
    if (finished !== null) return check(finished, file, await sha256());
    try {
      return await check(await begin(sending, await describe()), file, await sha256());
    } catch (error) {
      const answer = answerOf(error);
      const uploadUrl = await begunUrl(meta);
      // The store led us to an upload that it has some of already: our own, whose answer we missed.
      if (answer?.method !== 'PATCH' || answer.status !== 409 || uploadUrl === null) throw error;
      const found = await sendWithTus(deps, { ...sending, target: { uploadUrl } });
      return check(found, file, await sha256());
    }
  };

  const compare: TusUploader['compare'] = async (meta, file, storedUrl) => {
    const { recordingId } = meta;
    const sha256 = await sha256OfFile(file);
    const describe = () => Promise.resolve({ ...describeMeta(meta), sha256 });
    const begun = await begunUrl(meta);
    const sending = { recordingId, file, onProgress: () => undefined };
    const told = begun === null ? null : await finish(sending, begun, describe);
    const contentUrl = told?.contentUrl ?? (URL.canParse(storedUrl ?? '') ? storedUrl : null);
    const place = told?.url ?? contentUrl;
    if (place === null) throw notAccepted('Nobody knows where it is.');
    const { url, has } = await find({ url: place, sha256: told?.sha256 ?? null, contentUrl }, file, sha256);
    if (has === 'nothing') throw notAccepted('The store does not let it be read.');
    if (has === 'other') {
      throw new PhoneError({ code: 'upload/refused', details: 'The store gives back something else.' });
    }
    return { url, isCompared: true };
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
    <Args extends unknown[], Result>(work: (...args: Args) => Promise<Result>) =>
    async (...args: Args): Promise<Result> => {
      try {
        return await work(...args);
      } catch (error) {
        throw toUploadError(error);
      }
    };

  return { upload: explained(upload), compare: explained(compare), sendAhead: explained(sendAhead) };
}

const notAccepted = (details: string): PhoneError => new PhoneError({ code: 'upload/not-accepted', details });
