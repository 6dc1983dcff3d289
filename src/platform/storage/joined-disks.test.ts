import { describe, expect, it } from 'vitest';
import { describeDiskContract } from '#testing/disk-contract.ts';
import { runDiskScenario } from '#testing/disk-scenarios.ts';
import { createFakeDisk } from '#testing/fake-disk.ts';
import { joinDisks } from './joined-disks.ts';
import type { RecordingDisk } from './recording-disk.ts';

async function put(disk: RecordingDisk, name: string, content: string): Promise<void> {
  const file = await disk.open(name, { create: true });
  file.write(new TextEncoder().encode(content), { at: 0 });
  await file.close();
}
const textOn = async (disk: RecordingDisk, name: string) => (await disk.read(name))?.text();

describeDiskContract((scenario) => runDiskScenario(joinDisks(createFakeDisk(), createFakeDisk()), scenario));

describe('joinDisks', () => {
  it('makes files on the first, and goes on with each where it is', async () => {
    const [first, second] = [createFakeDisk(), createFakeDisk()];
    await put(second, 'old', 'from another year');
    const both = joinDisks(first, second);
    await put(both, 'old', 'FROM');
    await put(both, 'new', 'today');

    expect(await textOn(second, 'old')).toBe('FROM another year');
    expect(await textOn(both, 'old')).toBe('FROM another year');
    expect(await first.list()).toEqual(['new']);
    expect((await both.list()).toSorted()).toEqual(['new', 'old']);
    await both.remove('old');
    expect(await second.list()).toEqual([]);
  });
});
