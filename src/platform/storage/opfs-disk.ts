import { isNotFound, type DiskFile, type RecordingDisk } from './recording-disk.ts';

/** A folder of this origin's private file system (File System Standard §3). */
export function createOpfsDisk(folder: FileSystemDirectoryHandle): RecordingDisk {
  return {
    async list() {
      const names: string[] = [];
      for await (const name of folder.keys()) names.push(name);
      return names;
    },
    async open(name, options) {
      const handle = await folder.getFileHandle(name, options);
      return toDiskFile(await handle.createSyncAccessHandle());
    },
    async read(name) {
      try {
        const handle = await folder.getFileHandle(name);
        return await handle.getFile();
      } catch (error) {
        if (isNotFound(error)) return null;
        throw error;
      }
    },
    async remove(name) {
      try {
        await folder.removeEntry(name);
      } catch (error) {
        if (!isNotFound(error)) throw error;
      }
    },
  };
}

/** The file with which it is tried whether this folder takes any. */
const probeName = 'probe';

/** Whether this thread can write to a folder: only a dedicated worker can, and not in every browser. */
export async function isOpfsWritable(folder: FileSystemDirectoryHandle): Promise<boolean> {
  try {
    const handle = await folder.getFileHandle(probeName, { create: true });
    const probe = await handle.createSyncAccessHandle();
    // A promise in Safari before 16.4 and Chromium before 108, where every call answers later.
    const size: unknown = probe.getSize();
    probe.close();
    return typeof size === 'number';
  } catch (error) {
    return error instanceof DOMException && wouldWrite.has(error.name);
  }
}

/** Another page is trying at this moment, or there is no room now. */
const wouldWrite = new Set(['NoModificationAllowedError', 'QuotaExceededError']);

/** Every call blocks until it is done. */
const toDiskFile = (handle: FileSystemSyncAccessHandle): DiskFile => ({
  write: (bytes, options) => handle.write(bytes, options),
  truncate: (size) => handle.truncate(size),
  flush: () => handle.flush(),
  settle: () => Promise.resolve(handle.getSize()),
  close: () => Promise.resolve(handle.close()),
});
