import { committed, done } from './indexed-db.ts';
import { openLogFile } from './indexed-db-file.ts';
import type { RecordingDisk } from './recording-disk.ts';
import { createReplay, everyWriteOf, logName, type LogRow } from './write-log.ts';

/** So many rows, a quarter of a minute of sound, are in memory at a time when a file is read. */
const rowsAtATime = 256;

/**
 * Files in IndexedDB, for browsers and private windows that have no file system of the origin. A file is the log of what
 * was written to it: nothing is ever written over, so that a crash finds it as it was a moment ago.
 */
export async function openIndexedDbDisk(): Promise<RecordingDisk> {
  const opening = indexedDB.open('recordings', 1);
  opening.addEventListener('upgradeneeded', () =>
    opening.result.createObjectStore(logName, { keyPath: ['name', 'number'] }),
  );
  const database = await done(opening);
  const log = (mode: IDBTransactionMode) => database.transaction(logName, mode).objectStore(logName);

  /** The number of a file's last row, 0 when it has none. */
  const lastNumber = async (name: string): Promise<number> => {
    const cursor = await done(log('readonly').openKeyCursor(everyWriteOf(name), 'prev'));
    return cursor === null ? 0 : (cursor.primaryKey as [string, number])[1];
  };

  return {
    list: () =>
      new Promise((resolve, reject) => {
        const names: string[] = [];
        const keys = log('readonly').openKeyCursor();
        keys.addEventListener('error', () => reject(keys.error ?? new Error('The log cannot be read.')));
        keys.addEventListener('success', () => {
          const cursor = keys.result;
          if (cursor === null) {
            resolve(names);
            return;
          }
          const [name] = cursor.primaryKey as [string, number];
          names.push(name);
          // A list is behind every number: on to the next name.
          cursor.continue([name, []]);
        });
      }),
    async open(name, { create }) {
      const last = await lastNumber(name);
      if (last === 0 && !create) throw new DOMException(`There is no ${name}.`, 'NotFoundError');
      return openLogFile(database, name, last + 1);
    },
    async read(name) {
      const replay = createReplay();
      let lastModified = 0;
      for (let next = 1; ;) {
        const rows: LogRow[] = await done(log('readonly').getAll(everyWriteOf(name, next), rowsAtATime));
        const last = rows.at(-1);
        if (last === undefined) {
          return next === 1 ? null : new File([replay.content()], name, { lastModified });
        }
        replay.push(rows);
        lastModified = last.atMs;
        next = last.number + 1;
      }
    },
    async remove(name) {
      const store = log('readwrite');
      store.delete(everyWriteOf(name));
      await committed(store.transaction);
    },
  };
}
