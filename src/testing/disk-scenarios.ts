import { isNotFound, type RecordingDisk } from '#platform/storage/recording-disk.ts';

const bytes = (text: string) => new TextEncoder().encode(text);
const textOf = async (disk: RecordingDisk, name: string) => (await disk.read(name))?.text() ?? null;

/**
 * What is done to a disk, and seen of it. Data in, data out: a disk of a worker is a worker's only, and its scenarios run
 * there. What each must bring stands in `disk-contract.ts`.
 */
export const diskScenarios = {
  async writes(disk: RecordingDisk) {
    const file = await disk.open('a.wav', { create: true });
    file.truncate(0);
    const taken = file.write(bytes('hello world'), { at: 0 });
    file.write(bytes('J'), { at: 0 });
    file.write(bytes('!!'), { at: 10 });
    const grown = await file.settle();
    file.truncate(11);
    file.truncate(11);
    file.flush();
    const length = await file.settle();
    await file.close();
    return { taken, grown, length, text: await textOf(disk, 'a.wav') };
  },

  async 'is read while it is written'(disk: RecordingDisk) {
    const file = await disk.open('a.wav', { create: true });
    file.write(bytes('one'), { at: 0 });
    await file.settle();
    const first = await textOf(disk, 'a.wav');
    file.write(bytes(' two'), { at: 3 });
    await file.settle();
    const both = await textOf(disk, 'a.wav');
    await file.close();
    return { first, both };
  },

  async 'is opened again'(disk: RecordingDisk) {
    const began = await disk.open('a.wav', { create: true });
    began.write(bytes('Jello worl!'), { at: 0 });
    await began.close();
    const again = await disk.open('a.wav', { create: false });
    again.write(bytes('?'), { at: 11 });
    again.write(bytes('H'), { at: 0 });
    await again.close();
    const emptied = await disk.open('b.wav', { create: true });
    emptied.write(bytes('long gone'), { at: 0 });
    emptied.truncate(0);
    emptied.write(bytes('new'), { at: 0 });
    await emptied.close();
    return { a: await textOf(disk, 'a.wav'), b: await textOf(disk, 'b.wav') };
  },

  async 'takes a view of a larger buffer'(disk: RecordingDisk) {
    const file = await disk.open('a.wav', { create: true });
    const buffer = bytes('0123456789');
    file.write(buffer.subarray(3, 6), { at: 0 });
    buffer.fill(0);
    await file.close();
    return textOf(disk, 'a.wav');
  },

  async 'lists and removes'(disk: RecordingDisk) {
    for (const name of ['b.wav', 'a.wav', 'a.journal']) {
      const file = await disk.open(name, { create: true });
      file.write(bytes(name), { at: 0 });
      file.write(bytes(name), { at: name.length });
      await file.close();
    }
    const all = (await disk.list()).toSorted();
    await disk.remove('a.wav');
    await disk.remove('a.wav');
    const rest = (await disk.list()).toSorted();
    return { all, rest, removed: await textOf(disk, 'a.wav'), kept: await textOf(disk, 'a.journal') };
  },

  async 'has no such file'(disk: RecordingDisk) {
    const refusal = await disk.open('never.wav', { create: false }).catch(isNotFound);
    return { refusal, text: await textOf(disk, 'never.wav') };
  },
};

export type DiskScenario = keyof typeof diskScenarios;

/** Runs one on a disk that has nothing, and leaves nothing. */
export async function runDiskScenario(disk: RecordingDisk, scenario: DiskScenario): Promise<unknown> {
  const brought = await diskScenarios[scenario](disk);
  for (const name of await disk.list()) await disk.remove(name);
  return brought;
}
