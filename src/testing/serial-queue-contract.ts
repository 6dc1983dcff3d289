import { describe, expect, it } from 'vitest';
import type { SerialQueue } from '#core/shared/serial-queue.ts';

/** What every `SerialQueue` does, whoever asks it: `createUsers` gives two that share one. */
export function describeSerialQueueContract(createUsers: () => readonly [SerialQueue, SerialQueue]): void {
  describe('a serial queue', () => {
    it('begins nothing before what came first is over, though that fails', async () => {
      const [inTurn, inTurnToo] = createUsers();
      const told: string[] = [];
      let fail: (reason: Error) => void = () => undefined;
      const first = inTurn(() => {
        told.push('first');
        return new Promise<never>((_, reject) => (fail = reject));
      });
      const second = inTurnToo(async () => {
        told.push('second');
        return 2;
      });
      await expect.poll(() => told).toEqual(['first']);
      fail(new Error('broken'));
      await expect(first).rejects.toThrow('broken');
      await expect(second).resolves.toBe(2);
      expect(told).toEqual(['first', 'second']);
    });
  });
}
