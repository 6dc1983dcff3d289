import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { S3 } from '@aws-sdk/client-s3';
import type { S3Settings } from '../store/s3-settings.ts';

/** A real S3 API on the loopback, with one bucket. */
export interface SwiftS3 {
  readonly settings: S3Settings;
  /** Names of all objects. */
  readonly list: () => Promise<readonly string[]>;
  readonly read: (name: string) => Promise<Buffer>;
  /** Removes all objects, and what was uploaded of others. */
  readonly clear: () => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Debian's, whose packages are for no other. */
const python = '/usr/bin/python3';
const script = fileURLToPath(new URL('swift-s3.py', import.meta.url));
const bucket = 'recordings';

/** Starts it, and lets this process be its user. Rejects when this machine has no Swift. */
export async function startSwiftS3(): Promise<SwiftS3> {
  const folder = await mkdtemp(join(tmpdir(), 'sidetone-swift-'));
  const server = spawn(python, [script, folder], { stdio: 'pipe' });
  let complaint = '';
  server.stderr.on('data', (text) => (complaint += String(text)));
  const ended = once(server, 'exit');
  const said = await Promise.race([once(server.stdout, 'data'), ended]);
  const port = /^ready (\d+)/.exec(String(said[0]))?.[1];
  if (port === undefined)
    throw new Error('OpenStack Swift did not start: install the package python3-swift.');

  process.env['AWS_ACCESS_KEY_ID'] = 'test:tester';
  process.env['AWS_SECRET_ACCESS_KEY'] = 'testing';
  const settings = { bucket, region: 'us-east-1', endpoint: `http://127.0.0.1:${port}` };
  const s3 = new S3({
    ...settings,
    forcePathStyle: true,
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
  });
  await s3.createBucket({ Bucket: bucket });

  const list = async () => {
    const { Contents = [] } = await s3.listObjectsV2({ Bucket: bucket });
    return Contents.map(({ Key = '' }) => Key);
  };
  return {
    settings,
    list,
    async read(Key) {
      const { Body } = await s3.getObject({ Bucket: bucket, Key });
      return Buffer.from((await Body?.transformToByteArray()) ?? []);
    },
    async clear() {
      for (const Key of await list()) await s3.deleteObject({ Bucket: bucket, Key });
      const { Uploads = [] } = await s3.listMultipartUploads({ Bucket: bucket });
      for (const { Key, UploadId } of Uploads)
        await s3.abortMultipartUpload({ Bucket: bucket, Key, UploadId });
    },
    async close() {
      s3.destroy();
      server.stdin.end();
      await ended;
      await rm(folder, { recursive: true });
    },
  };
}
