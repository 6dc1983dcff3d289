import { isNotFound, type RecordingDisk } from './recording-disk.ts';

/** Several disks as one: new files are made on the first, and each stays where it is. */
export function joinDisks(first: RecordingDisk, ...others: readonly RecordingDisk[]): RecordingDisk {
  const disks = [first, ...others];
  return {
    list: async () => [...new Set((await Promise.all(disks.map((disk) => disk.list()))).flat())],
    async open(name, options) {
      for (const disk of disks) {
        try {
          return await disk.open(name, { create: false });
        } catch (error) {
          if (!isNotFound(error)) throw error;
        }
      }
      return first.open(name, options);
    },
    async read(name) {
      for (const disk of disks) {
        const file = await disk.read(name);
        if (file !== null) return file;
      }
      return null;
    },
    async remove(name) {
      for (const disk of disks) await disk.remove(name);
    },
  };
}
