import { committed, done } from '#platform/storage/indexed-db.ts';

/** What a browser that can write to folders gives of one (File System Access, WICG). TypeScript does not know these two. */
export interface FolderHandle extends FileSystemDirectoryHandle {
  readonly queryPermission: (wanted: { readonly mode: 'readwrite' }) => Promise<PermissionState>;
  readonly requestPermission: (wanted: { readonly mode: 'readwrite' }) => Promise<PermissionState>;
}

const storeName = 'handles';
const key = 'recordings';

/** Handles live in IndexedDB, the one place that takes them. */
async function openStore(mode: IDBTransactionMode): Promise<IDBObjectStore> {
  const opening = indexedDB.open('folders', 1);
  opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore(storeName));
  const database = await done(opening);
  const transaction = database.transaction(storeName, mode);
  const close = () => database.close();
  transaction.addEventListener('complete', close);
  transaction.addEventListener('abort', close);
  return transaction.objectStore(storeName);
}

/** The folder that the person has chosen, in whatever page or year; null when there is none. Rejects with a DOMException. */
export async function readKeptHandle(): Promise<FolderHandle | null> {
  const store = await openStore('readonly');
  const kept: FolderHandle | undefined = await done(store.get(key));
  return kept ?? null;
}

/** Keeps a folder instead of the one before. Rejects with a DOMException. */
export async function keepHandle(handle: FolderHandle): Promise<void> {
  const store = await openStore('readwrite');
  store.put(handle, key);
  await committed(store.transaction);
}

/** Forgets it. Rejects with a DOMException. */
export async function forgetHandle(): Promise<void> {
  const store = await openStore('readwrite');
  store.delete(key);
  await committed(store.transaction);
}
