import { sha256 } from '@noble/hashes/sha2.js';

/** SHA-256 of a whole file in lower-case hex. Reads it once, in pieces: it may be larger than the memory. */
export async function sha256OfFile(file: Blob): Promise<string> {
  const hash = sha256.create();
  const reader = file.stream().getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) break;
    hash.update(value);
  }
  return Array.from(hash.digest(), (byte) => byte.toString(16).padStart(2, '0')).join('');
}
