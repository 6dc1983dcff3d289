import { expect, it } from 'vitest';
import { createSerialQueue } from './serial-queue.ts';

it('begins nothing before what came first is over, though that fails', async () => {
  const inTurn = createSerialQueue();
  const told: string[] = [];
  let fail: (reason: Error) => void = () => undefined;
  const first = inTurn(() => {
    told.push('first');
    return new Promise<never>((_, reject) => (fail = reject));
  });
  const second = inTurn(async () => {
    told.push('second');
    return 2;
  });
  await Promise.resolve();
  expect(told).toEqual(['first']);
  fail(new Error('broken'));
  await expect(first).rejects.toThrow('broken');
  await expect(second).resolves.toBe(2);
});
