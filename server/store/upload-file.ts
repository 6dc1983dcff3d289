import { open } from 'node:fs/promises';

/** The file of an upload, open for what is still to come. */
export interface UploadFile {
  /** Rejects with the system's error (`ENOSPC` on a full disk); a part of the chunk may then be in the file. */
  readonly append: (chunk: Uint8Array) => Promise<void>;
  readonly close: () => Promise<void>;
}

/** Opens the file of an upload, which is there already, to write from byte `start` on. */
export type OpenUploadFile = (path: string, start: number) => Promise<UploadFile>;

export const openUploadFile: OpenUploadFile = async (path, start) => {
  const file = await open(path, 'r+');
  let position = start;
  return {
    async append(chunk) {
      for (let done = 0; done < chunk.byteLength;) {
        const { bytesWritten } = await file.write(chunk, done, chunk.byteLength - done, position);
        done += bytesWritten;
        position += bytesWritten;
      }
    },
    close: () => file.close(),
  };
};

/**
 * Writes what comes from a client. Resolves with the number of bytes. When a write fails the rest is read all the same,
 * and only then is the error thrown: an answer to a client that is still sending is lost with the connection.
 */
export async function receiveInto(file: UploadFile, incoming: AsyncIterable<Uint8Array>): Promise<number> {
  let writtenBytes = 0;
  let failure: { readonly error: unknown } | null = null;
  try {
    for await (const chunk of incoming) {
      if (failure !== null) continue;
      try {
        await file.append(chunk);
        writtenBytes += chunk.byteLength;
      } catch (error) {
        failure = { error };
      }
    }
  } finally {
    await file.close();
  }
  if (failure !== null) throw failure.error;
  return writtenBytes;
}
