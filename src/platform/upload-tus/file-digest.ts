import { sha256 } from '@noble/hashes/sha2.js';

/** SHA-256 of a whole file in lower-case hex. Reads it once, in pieces: it may be larger than the memory. */
export const sha256OfFile = (file: Blob): Promise<string> => sha256OfStream(file.stream());

/** The same of all that comes, each piece of which `onPiece` is told before the next. What that throws ends the reading. */
export async function sha256OfStream(
  stream: ReadableStream<Uint8Array>,
  onPiece: (bytes: number) => void = () => undefined,
): Promise<string> {
  const hash = sha256.create();
  const reader = stream.getReader();
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return toHex(hash.digest());
    hash.update(value);
    onPiece(value.byteLength);
  }
}

/** SHA-256 in lower-case hex out of `Repr-Digest` (RFC 9530 §3); null where it has none. */
export function sha256OfHeader(reprDigest: string | null | undefined): string | null {
  const [, encoded] = /(?:^|,)\s*sha-256=:([A-Za-z0-9+/]{43}=):/.exec(reprDigest ?? '') ?? [];
  if (encoded === undefined) return null;
  return toHex(Uint8Array.from(atob(encoded), (character) => character.charCodeAt(0)));
}

const toHex = (bytes: Uint8Array): string =>
  Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
