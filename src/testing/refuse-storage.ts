const refuse = (): Promise<never> => Promise.reject(new DOMException('Not here.', 'SecurityError'));
const handles = FileSystemFileHandle.prototype;

/** Browsers in which nobody can write to the origin's file system, and one that has no database instead. */
const refusals = {
  'no folder': () => Object.assign(navigator.storage, { getDirectory: refuse }),
  'no writing': () => Reflect.deleteProperty(handles, 'createSyncAccessHandle'),
  'writing fails': () => Object.assign(handles, { createSyncAccessHandle: refuse }),
  'every call answers later': () => {
    const { prototype }: { prototype: object } = Reflect.get(self, 'FileSystemSyncAccessHandle');
    Object.assign(prototype, { getSize: () => Promise.resolve(0) });
  },
  'no database': () => Object.assign(IDBFactory.prototype, { open: refuse }),
};

export type StorageRefusal = keyof typeof refusals;

/** Makes this worker one of the browser that it is named for. To be imported before the worker's own code. */
refusals[self.name as StorageRefusal]();
