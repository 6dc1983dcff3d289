import { PhoneError } from '#core/errors/phone-error.ts';

/** So little is read before the next sound is written, 20 times a second, also where the computer is busy. */
const pieceBytes = 256 * 1024;
const mostAttempts = 10;

/**
 * Bytes `[start, end)` of a file that is being written. A `File` is what it was when it was opened, and cannot be read any
 * more once the file has grown (`NotReadableError`): each piece is read from one of its own, at once, and again where the
 * writer was faster. Rejects as `open` does with a PhoneError, and with what the tenth attempt at a piece said.
 */
export async function readGrowing(open: () => Promise<Blob>, start: number, end: number): Promise<Blob> {
  const pieces: ArrayBuffer[] = [];
  for (let at = start; at < end; at += pieceBytes) {
    pieces.push(await readPiece(open, at, Math.min(at + pieceBytes, end)));
  }
  return new Blob(pieces);
}

async function readPiece(
  open: () => Promise<Blob>,
  start: number,
  end: number,
  attempt = 1,
): Promise<ArrayBuffer> {
  try {
    return await (await open()).slice(start, end).arrayBuffer();
  } catch (error) {
    if (error instanceof PhoneError || attempt === mostAttempts) throw error;
    return readPiece(open, start, end, attempt + 1);
  }
}
