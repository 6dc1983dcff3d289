import { committed } from './indexed-db.ts';
import type { DiskFile } from './recording-disk.ts';
import { lengthAfter, logName, type LogRow } from './write-log.ts';

/**
 * A file whose changes become rows, from `nextNumber` on. Each is handed to the database at once: what a killed process
 * loses is what the database had not taken yet. Only what follows a `flush` is waited for by the disk itself.
 */
export function openLogFile(database: IDBDatabase, name: string, nextNumber: number): DiskFile {
  let number = nextNumber;
  let length = 0;
  let isFlushed = true;
  let failure: unknown = null;
  let last: Promise<void> = Promise.resolve();

  const throwFailure = () => {
    const error = failure;
    failure = null;
    if (error !== null) throw error;
  };

  const note = async (transaction: IDBTransaction, row: LogRow): Promise<void> => {
    try {
      await committed(transaction);
      length = lengthAfter(length, row);
    } catch (error) {
      failure ??= error;
    }
  };

  const add = (at: number, bytes: LogRow['bytes']) => {
    const durability = isFlushed ? 'relaxed' : 'strict';
    isFlushed = true;
    const transaction = database.transaction(logName, 'readwrite', { durability });
    const row: LogRow = { name, number, at, bytes, atMs: Date.now() };
    transaction.objectStore(logName).add(row);
    number += 1;
    last = note(transaction, row);
  };

  return {
    write(bytes, { at }) {
      throwFailure();
      // A view would bring all of its buffer along.
      add(at, bytes.slice());
      return bytes.byteLength;
    },
    truncate(size) {
      throwFailure();
      add(size, null);
    },
    flush() {
      throwFailure();
      isFlushed = false;
    },
    async settle() {
      await last;
      failure = null;
      return length;
    },
    async close() {
      // A write of nothing, which the disk waits for.
      if (!isFlushed) add(0, new Uint8Array(0));
      await last;
      throwFailure();
    },
  };
}
