import { describeSerialQueueContract } from '#testing/serial-queue-contract.ts';
import { createSerialQueue } from './serial-queue.ts';

describeSerialQueueContract(() => {
  const queue = createSerialQueue();
  return [queue, queue];
});
