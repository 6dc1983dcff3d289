import { buffer } from 'node:stream/consumers';
import type { Readable } from 'node:stream';
import type { CompletedPart, S3 } from '@aws-sdk/client-s3';
import { recordingContentType } from '#core/upload/upload-wire.ts';
import { leastPartBytes } from './s3-uploads.ts';

/** Where an object is. */
interface Place {
  readonly Bucket: string;
  readonly Key: string;
}

/** Most that S3 copies in one request is 5 GiB; less is not waited for so long. */
const copiedBytes = 512 * 1024 * 1024;

/** The object's bytes, both ends included. */
export async function readObject(s3: S3, place: Place, start: number, end: number): Promise<Readable> {
  const { Body } = await s3.getObject({ ...place, Range: `bytes=${start}-${end}` });
  return Body as Readable;
}

/**
 * Replaces the first bytes of an object, which S3 cannot do in place: it makes the object anew out of a first part of ours
 * and of a copy of the rest, and swaps them at once.
 */
export async function replaceHead(s3: S3, place: Place, head: Buffer, bytes: number): Promise<void> {
  const firstBytes = Math.min(bytes, leastPartBytes);
  const first = await buffer(await readObject(s3, place, 0, firstBytes - 1));
  head.copy(first);
  if (firstBytes === bytes) {
    await s3.putObject({ ...place, Body: first, ContentType: recordingContentType });
    return;
  }
  const { UploadId } = await s3.createMultipartUpload({ ...place, ContentType: recordingContentType });
  try {
    const { ETag } = await s3.uploadPart({ ...place, UploadId, PartNumber: 1, Body: first });
    const Parts: CompletedPart[] = [{ PartNumber: 1, ETag }];
    for (let start = firstBytes; start < bytes; start += copiedBytes) {
      const PartNumber = Parts.length + 1;
      const { CopyPartResult } = await s3.uploadPartCopy({
        ...place,
        UploadId,
        PartNumber,
        CopySource: `${place.Bucket}/${encodeURIComponent(place.Key)}`,
        CopySourceRange: `bytes=${start}-${Math.min(start + copiedBytes, bytes) - 1}`,
      });
      Parts.push({ PartNumber, ETag: CopyPartResult?.ETag });
    }
    await s3.completeMultipartUpload({ ...place, UploadId, MultipartUpload: { Parts } });
  } catch (error) {
    await s3.abortMultipartUpload({ ...place, UploadId }).catch(() => undefined);
    throw error;
  }
}
