import { describe, expect, it } from 'vitest';
import type { DiskScenario } from './disk-scenarios.ts';

const expected: Readonly<Record<DiskScenario, unknown>> = {
  writes: { taken: 11, grown: 12, length: 11, text: 'Jello worl!' },
  'is read while it is written': { first: 'one', both: 'one two' },
  'is opened again': { a: 'Hello worl!?', b: 'new' },
  'takes a view of a larger buffer': '345',
  'lists and removes': {
    all: ['a.journal', 'a.wav', 'b.wav'],
    rest: ['a.journal', 'b.wav'],
    removed: null,
    kept: 'a.journala.journal',
  },
  'has no such file': { refusal: true, text: null },
};

/** What every `RecordingDisk` does. `run` runs a scenario where the disk is. */
export function describeDiskContract(run: (scenario: DiskScenario) => Promise<unknown>): void {
  describe('a disk', () => {
    it.each(Object.entries(expected) as [DiskScenario, unknown][])('%s', async (scenario, brought) => {
      expect(await run(scenario)).toEqual(brought);
    });
  });
}
