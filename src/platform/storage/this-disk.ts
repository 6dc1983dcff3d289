import { openIndexedDbDisk } from './indexed-db-disk.ts';
import { joinDisks } from './joined-disks.ts';
import { createOpfsDisk, isOpfsWritable } from './opfs-disk.ts';
import type { RecordingDisk } from './recording-disk.ts';

let opened: Promise<RecordingDisk> | null = null;

/**
 * What this browser has for recordings, opened once. Files are written to the origin's file system, or to IndexedDB where a
 * worker cannot write to that, as in some private windows; they are read wherever they are. Rejects with a DOMException
 * where there is neither, and tries again the next time.
 */
export function thisDisk(): Promise<RecordingDisk> {
  opened ??= openThisDisk().catch((error: unknown) => {
    opened = null;
    throw error;
  });
  return opened;
}

async function openThisDisk(): Promise<RecordingDisk> {
  const [indexedDb, folder] = await Promise.allSettled([openIndexedDbDisk(), openFolder()]);
  if (folder.status === 'rejected') {
    if (indexedDb.status === 'rejected') throw indexedDb.reason;
    return indexedDb.value;
  }
  const opfs = createOpfsDisk(folder.value);
  if (indexedDb.status === 'rejected') return opfs;
  const isWritable = await isOpfsWritable(folder.value);
  return isWritable ? joinDisks(opfs, indexedDb.value) : joinDisks(indexedDb.value, opfs);
}

async function openFolder(): Promise<FileSystemDirectoryHandle> {
  const root = await navigator.storage.getDirectory();
  return root.getDirectoryHandle('recordings', { create: true });
}
