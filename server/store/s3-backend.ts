import { paginateListObjectsV2, S3ServiceException } from '@aws-sdk/client-s3';
import type { Backend } from './backend.ts';
import { parseStoredName, storedNameOfUpload } from './recording-id.ts';
import { readObject, replaceHead } from './s3-head.ts';
import type { S3Settings } from './s3-settings.ts';
import { S3Uploads } from './s3-uploads.ts';

/** Every object of a recording has its id in front, and what it is behind. */
const [infoSuffix, descriptionSuffix] = ['.info', '.json'];

/**
 * Keeps everything in a bucket, which must exist: each recording under its upload's name, beside it `ID.json`, and while it
 * is uploaded what @tus/s3-store needs.
 */
export function openS3Backend(settings: S3Settings, expiryMs: number): Backend {
  const uploads = new S3Uploads(settings, expiryMs);
  const { s3 } = uploads;
  const placeOf = (Key: string) => ({ Bucket: settings.bucket, Key });

  /** Names of all objects that end so, without that end. */
  const list = async (suffix: string): Promise<string[]> => {
    const names: string[] = [];
    for await (const { Contents = [] } of paginateListObjectsV2(
      { client: s3 },
      { Bucket: settings.bucket },
    )) {
      for (const { Key = '' } of Contents) {
        if (Key.endsWith(suffix)) names.push(Key.slice(0, -suffix.length));
      }
    }
    return names;
  };
  const sizeOf = async (uploadId: string): Promise<number | null> => {
    try {
      return (await s3.headObject(placeOf(uploadId))).ContentLength ?? null;
    } catch (error) {
      if (error instanceof S3ServiceException && error.$metadata.httpStatusCode === 404) return null;
      throw error;
    }
  };

  return {
    audio: {
      uploads,
      listUploads: async () =>
        (await list(infoSuffix)).filter((uploadId) => storedNameOfUpload(uploadId) !== null),
      describe: (uploadId, metadata) => uploads.describe(uploadId, metadata),
      async open(uploadId) {
        const bytes = await sizeOf(uploadId);
        if (bytes === null) return null;
        return {
          bytes,
          read: (start, end) => readObject(s3, placeOf(uploadId), start, end),
          close: () => Promise.resolve(),
        };
      },
      async seal(uploadId, head) {
        const bytes = head === null ? null : await sizeOf(uploadId);
        if (head !== null && bytes !== null) await replaceHead(s3, placeOf(uploadId), head, bytes);
      },
      settle: (uploadId) => uploads.settle(uploadId),
      discard: (uploadId) => uploads.discard(uploadId),
    },
    descriptions: {
      list: async () =>
        (await list(descriptionSuffix)).map(parseStoredName).filter((recordingId) => recordingId !== null),
      async read(recordingId) {
        const { Body } = await s3.getObject(placeOf(recordingId + descriptionSuffix));
        return (await Body?.transformToString()) ?? '';
      },
      async write(recordingId, text) {
        const place = placeOf(recordingId + descriptionSuffix);
        await s3.putObject({ ...place, Body: text, ContentType: 'application/json' });
      },
      async remove(recordingId) {
        await s3.deleteObject(placeOf(recordingId + descriptionSuffix));
      },
    },
  };
}
