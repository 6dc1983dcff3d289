import type { S3 } from '@aws-sdk/client-s3';
import { S3Store } from '@tus/s3-store';
import { ERRORS } from '@tus/server';
import type { AnnouncedMetadata } from './parse-metadata.ts';
import { storedNameOfUpload } from './recording-id.ts';
import type { S3Settings } from './s3-settings.ts';

/** Least that S3 takes for a part that is not the last. */
export const leastPartBytes = 5 * 1024 * 1024;

/** @tus/s3-store, which takes no name but an upload's, and gives its client to whoever shares its bucket. */
export class S3Uploads extends S3Store {
  constructor({ bucket, region, endpoint }: S3Settings, expiryMs: number) {
    super({
      partSize: leastPartBytes,
      expirationPeriodInMilliseconds: expiryMs,
      // A bucket's rules for tags are not everywhere; uploads that expire are swept here.
      useTags: false,
      s3ClientConfig: {
        bucket,
        region,
        ...(endpoint === undefined ? {} : { endpoint, forcePathStyle: true }),
        // The SDK's own check sums, in trailers, are unknown to most others than Amazon. We compare the SHA-256 of the whole.
        requestChecksumCalculation: 'WHEN_REQUIRED',
        responseChecksumValidation: 'WHEN_REQUIRED',
      },
    });
  }

  get s3(): S3 {
    return this.client;
  }

  override async getUpload(uploadId: string) {
    if (storedNameOfUpload(uploadId) === null) throw ERRORS.FILE_NOT_FOUND;
    return super.getUpload(uploadId);
  }

  /** Replaces what was announced. Ignored for an upload that is not there. */
  async describe(uploadId: string, metadata: AnnouncedMetadata): Promise<void> {
    const known = await this.getMetadata(uploadId).catch(() => null);
    if (known === null) return;
    await this.saveMetadata(Object.assign(known.file, { metadata }), known['upload-id']);
  }

  /** Forgets that a file was an upload. */
  async settle(uploadId: string): Promise<void> {
    await this.client.deleteObject({ Bucket: this.bucket, Key: this.infoKey(uploadId) });
    await this.clearCache(uploadId);
  }

  /** Removes everything of an upload, whatever there is. */
  async discard(uploadId: string): Promise<void> {
    const known = await this.getMetadata(uploadId).catch(() => null);
    const UploadId = known?.['upload-id'];
    if (UploadId !== undefined) {
      // One that is complete is none any more.
      await this.client
        .abortMultipartUpload({ Bucket: this.bucket, Key: uploadId, UploadId })
        .catch(() => undefined);
    }
    for (const Key of [uploadId, this.partKey(uploadId, true)]) {
      await this.client.deleteObject({ Bucket: this.bucket, Key });
    }
    await this.settle(uploadId);
  }
}
