const refuse = (): Promise<never> => Promise.reject(new DOMException('Not here.', 'SecurityError'));
const handles = FileSystemFileHandle.prototype;

/** What TypeScript knows of workers only. */
interface SyncHandle {
  readonly write: (bytes: ArrayBufferView, options: { readonly at: number }) => number;
}
const syncHandles = (): SyncHandle =>
  Reflect.get(Reflect.get(self, 'FileSystemSyncAccessHandle'), 'prototype');

/** Longer than the heads of files are. */
const isSound = (bytes: ArrayBufferView): boolean => bytes.byteLength > 1000;

/**
 * Browsers in which nobody can write to the origin's file system, one that has no database instead, and one that has room
 * for the heads of files only and takes its time to open those for packets.
 */
const refusals = {
  'no folder': () => Object.assign(navigator.storage, { getDirectory: refuse }),
  'no writing': () => Reflect.deleteProperty(handles, 'createSyncAccessHandle'),
  'writing fails': () => Object.assign(handles, { createSyncAccessHandle: refuse }),
  'every call answers later': () => {
    Object.assign(syncHandles(), { getSize: () => Promise.resolve(0) });
  },
  'no room for sound': () => {
    const { write } = syncHandles();
    const open: () => Promise<SyncHandle> = Reflect.get(handles, 'createSyncAccessHandle');
    Object.assign(syncHandles(), {
      write(this: SyncHandle, ...given: Parameters<SyncHandle['write']>) {
        if (isSound(given[0])) throw new DOMException('No room left.', 'QuotaExceededError');
        return write.apply(this, given);
      },
    });
    Object.assign(handles, {
      async createSyncAccessHandle(this: FileSystemFileHandle) {
        if (this.name.endsWith('.sn3')) await new Promise((resolve) => setTimeout(resolve, 300));
        return open.call(this);
      },
    });
  },
  'no database': () => Object.assign(IDBFactory.prototype, { open: refuse }),
};

export type StorageRefusal = keyof typeof refusals;

/** Makes this worker one of the browser that it is named for. To be imported before the worker's own code. */
refusals[self.name as StorageRefusal]();
