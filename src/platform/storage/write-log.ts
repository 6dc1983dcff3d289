/** The object store that holds the log of every file. */
export const logName = 'writes';

/** One change of a file. */
export interface LogRow {
  readonly name: string;
  /** From 1, in the order of the changes. */
  readonly number: number;
  readonly at: number;
  /** What was written from `at` on; null when the file was cut there. */
  readonly bytes: Uint8Array<ArrayBuffer> | null;
  /** When, in milliseconds since the Unix epoch. */
  readonly atMs: number;
}

type Change = Pick<LogRow, 'at' | 'bytes'>;

/** The keys of a file's rows, from a number on. */
export const everyWriteOf = (name: string, from = 1): IDBKeyRange =>
  IDBKeyRange.bound([name, from], [name, Number.POSITIVE_INFINITY]);

/** The length of a file after a change. What lies beyond the end is behind a write that failed, and does not count. */
export function lengthAfter(length: number, { at, bytes }: Change): number {
  if (at > length) return length;
  return bytes === null ? at : Math.max(length, at + bytes.byteLength);
}

/** What a file holds after the changes that it is given. */
export interface Replay {
  readonly push: (rows: readonly Change[]) => void;
  readonly content: () => Blob;
}

/** An empty file. What is appended by one `push` leaves this thread's memory for where the browser keeps Blobs. */
export function createReplay(): Replay {
  let parts: BlobPart[] = [];
  let length = 0;

  const apply = ({ at, bytes }: Change): void => {
    if (at === length) {
      if (bytes !== null) parts.push(bytes);
    } else if (at < length) {
      const before = new Blob(parts);
      const rest = bytes === null ? [] : [bytes, before.slice(at + bytes.byteLength)];
      parts = [before.slice(0, at), ...rest];
    }
    length = lengthAfter(length, { at, bytes });
  };

  return {
    push(rows) {
      const earlier = parts.length;
      for (const row of rows) apply(row);
      parts.push(new Blob(parts.splice(earlier)));
    },
    content: () => new Blob(parts),
  };
}
