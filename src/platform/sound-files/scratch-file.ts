/** A file that is being made. Dedicated worker only. */
export interface ScratchFile {
  /** Throws when there is no room. */
  readonly write: (bytes: Uint8Array<ArrayBuffer>, at: number) => void;
  /** Ends it. */
  readonly finish: () => Promise<FinishedScratch>;
}

/** What came of it. `name` is what `removeScratch` takes; null for one that lies in memory. */
export interface FinishedScratch {
  readonly file: Blob;
  readonly name: string | null;
}

const folderName = 'exports';
/** Of a page that died while it made one: nobody saves for so long. */
const leftoverMs = 24 * 60 * 60 * 1000;

const folder = async (): Promise<FileSystemDirectoryHandle> =>
  (await navigator.storage.getDirectory()).getDirectoryHandle(folderName, { create: true });

/** Begins a file in this origin's private file system, so that an hour of sound needs no memory; in memory where there is none. */
export async function createScratch(name: string): Promise<ScratchFile> {
  let directory: FileSystemDirectoryHandle;
  try {
    directory = await folder();
  } catch {
    return inMemory();
  }
  await removeScratchLeftovers();
  const handle = await directory.getFileHandle(name, { create: true });
  const access = await handle.createSyncAccessHandle();
  return {
    write(bytes, at) {
      // Firefox returns 0 where others throw.
      const written = access.write(bytes, { at });
      if (written !== bytes.byteLength) throw new DOMException('There is no room.', 'QuotaExceededError');
    },
    async finish() {
      access.close();
      return { file: await handle.getFile(), name };
    },
  };
}

const releaseMs = 100;
const mostAttempts = 50;

/** Removes a file that was saved, or is not wanted. Any thread. Never rejects: what cannot be removed goes with the leftovers. */
export async function removeScratch(name: string): Promise<void> {
  for (let attempt = 0; attempt < mostAttempts; attempt += 1) {
    try {
      await (await folder()).removeEntry(name);
      return;
    } catch (error) {
      // A worker that was ended lets go of its file a moment later.
      const isHeld = error instanceof DOMException && error.name === 'NoModificationAllowedError';
      if (!isHeld) return;
      await new Promise((resolve) => setTimeout(resolve, releaseMs));
    }
  }
}

/** What there is for each file. Any thread. Never rejects. */
async function forEachScratch(run: (file: File, name: string) => Promise<void> | void): Promise<void> {
  try {
    for await (const [name, handle] of (await folder()).entries()) {
      if (handle.kind === 'file') await run(await handle.getFile(), name);
    }
  } catch {
    // There is no such folder, or another page removes them, too.
  }
}

/** Removes what is left of pages that died. What another page is making is younger, and held. Any thread. Never rejects. */
export const removeScratchLeftovers = (): Promise<void> =>
  forEachScratch(async ({ lastModified }, name) => {
    if (Date.now() - lastModified > leftoverMs) await removeScratch(name);
  });

/** How many bytes all of them have. Any thread. Never rejects. */
export async function measureScratches(): Promise<number> {
  let bytes = 0;
  await forEachScratch(({ size }) => {
    bytes += size;
  });
  return bytes;
}

/** Removes all that nobody is making. Any thread. Never rejects. */
export const deleteScratches = (): Promise<void> =>
  forEachScratch(async (_file, name) => {
    await (await folder()).removeEntry(name).catch(() => undefined);
  });

function inMemory(): ScratchFile {
  const writes: { readonly bytes: Uint8Array<ArrayBuffer>; readonly at: number }[] = [];
  return {
    write: (bytes, at) => void writes.push({ bytes: bytes.slice(), at }),
    finish: () => {
      const length = writes.reduce((most, { bytes, at }) => Math.max(most, at + bytes.byteLength), 0);
      // What was left out is zero, and what was written last stands, as in any file.
      const content = new Uint8Array(length);
      for (const { bytes, at } of writes) content.set(bytes, at);
      return Promise.resolve({ file: new Blob([content]), name: null });
    },
  };
}
