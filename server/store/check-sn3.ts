import { createHash } from 'node:crypto';
import { sn3Magic } from '#core/recording/sn3-format.ts';
import { createSn3Scan } from '#core/recording/sn3-scan.ts';
import type { AudioFile } from './backend.ts';
import { anotherDigest, Refusal } from './refusal.ts';
import type { StoredEntry } from './stored-recordings.ts';

/**
 * Checks that a file is one SN3 blob of whole frames, byte by byte where a digest was announced. Rejects with a Refusal 422
 * when it is something else.
 */
export async function checkSn3(
  file: AudioFile,
  announced: string | null,
): Promise<Pick<StoredEntry, 'bytes' | 'durationMs' | 'sha256'>> {
  const { bytes } = file;
  const scan = createSn3Scan();
  const hash = createHash('sha256');
  if (bytes > sn3Magic.length) {
    for await (const chunk of await file.read(0, bytes - 1)) {
      scan.push(chunk as Buffer);
      hash.update(chunk as Buffer);
    }
  }
  if (bytes <= sn3Magic.length || scan.wholeBytes() !== bytes) {
    throw new Refusal(422, 'The recording was refused: it is no SN3 blob of whole frames.');
  }
  const sha256 = hash.digest('hex');
  if (announced !== null && announced !== sha256) throw anotherDigest();
  return { bytes, durationMs: scan.lastFrameMs(), sha256 };
}
