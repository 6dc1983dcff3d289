import { makeZip } from 'client-zip';
import { PhoneError } from '#core/errors/phone-error.ts';
import type { ScratchFile } from './scratch-file.ts';

/** A file for the ZIP that is there to be read. */
export interface OpenZipEntry {
  readonly name: string;
  readonly atMs: number;
  readonly url: string;
}

/**
 * Puts files into a ZIP as they come, one after the other. Resolves with the names of those that could not be had; rejects
 * with `recording/file-gone` where that is all of them, and with what the file throws.
 */
export async function zipRecordings(
  entries: AsyncIterable<OpenZipEntry>,
  file: ScratchFile,
  onWritten: (bytes: number) => void,
): Promise<readonly string[]> {
  const missing: string[] = [];
  async function* open() {
    let isEmpty = true;
    for await (const { name, atMs, url } of entries) {
      const input = await fetch(url).catch(() => null);
      if (input?.ok === true) {
        isEmpty = false;
        yield { name, lastModified: new Date(atMs), input };
      } else {
        missing.push(name);
      }
    }
    if (isEmpty) throw new PhoneError({ code: 'recording/file-gone', details: missing.join(', ') });
  }
  const reader = makeZip(open(), { buffersAreUTF8: true }).getReader();
  let at = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return missing;
    file.write(Uint8Array.from(value), at);
    at += value.byteLength;
    onWritten(at);
  }
}
