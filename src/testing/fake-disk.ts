import type { DiskFile, RecordingDisk } from '#platform/storage/recording-disk.ts';

/** What a full disk does. Measured: the file systems of Firefox, of Chromium, and of Chromium's private windows. */
export type WhenFull = 'writes what fits' | 'throws' | 'returns an error code';

/** A file in memory. */
export interface FakeFile extends DiskFile {
  readonly content: () => Uint8Array<ArrayBuffer>;
  readonly closed: () => boolean;
  readonly flushes: () => number;
}

/** A file on a disk with so much room. */
export function createFakeFile(
  roomBytes = Number.POSITIVE_INFINITY,
  whenFull: WhenFull = 'writes what fits',
): FakeFile {
  let content = new Uint8Array(0);
  let closed = false;
  let flushes = 0;
  return {
    write(bytes, { at }) {
      const fitting = Math.max(0, Math.min(bytes.byteLength, roomBytes - at));
      if (fitting < bytes.byteLength && whenFull === 'throws') {
        throw new DOMException('No room left.', 'QuotaExceededError');
      }
      if (fitting < bytes.byteLength && whenFull === 'returns an error code') return 2 ** 32 - 8;
      const grown = new Uint8Array(Math.max(content.byteLength, at + fitting));
      grown.set(content);
      grown.set(bytes.subarray(0, fitting), at);
      content = grown;
      return fitting;
    },
    truncate(size) {
      content = content.slice(0, size);
    },
    flush() {
      flushes += 1;
    },
    settle: () => Promise.resolve(content.byteLength),
    close() {
      closed = true;
      return Promise.resolve();
    },
    content: () => content,
    closed: () => closed,
    flushes: () => flushes,
  };
}

/** How much a disk takes: everything, nothing that makes a file longer, or nothing at all. */
export type DiskRoom = 'enough' | 'of what is there' | 'none';

/** A disk in memory, which has as much room as it is asked for at each write. */
export function createFakeDisk(room: () => DiskRoom = () => 'enough'): RecordingDisk {
  const files = new Map<string, FakeFile>();
  const inRoom = (file: FakeFile): FakeFile => ({
    ...file,
    write(bytes, { at }) {
      if (room() === 'none') return 0;
      const taken = room() === 'enough' ? bytes.byteLength : Math.max(0, file.content().byteLength - at);
      return file.write(bytes.subarray(0, taken), { at });
    },
  });
  return {
    list: () => Promise.resolve([...files.keys()]),
    open(name, { create }) {
      const file = files.get(name) ?? (create ? createFakeFile() : null);
      if (file === null) return Promise.reject(new DOMException(`There is no ${name}.`, 'NotFoundError'));
      files.set(name, file);
      return Promise.resolve(inRoom(file));
    },
    read(name) {
      const file = files.get(name);
      return Promise.resolve(file === undefined ? null : new File([file.content()], name));
    },
    remove(name) {
      files.delete(name);
      return Promise.resolve();
    },
  };
}
