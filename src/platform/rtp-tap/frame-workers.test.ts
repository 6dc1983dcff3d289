import { expect, it } from 'vitest';
import { createFrameWorkers } from './frame-workers.ts';

/** Workers that load when the test says so. */
function setUp() {
  const spawned: (EventTarget & { isTerminated: boolean })[] = [];
  const warnings: string[] = [];
  const workers = createFrameWorkers(
    () => {
      const worker = Object.assign(new EventTarget(), {
        isTerminated: false,
        terminate() {
          worker.isTerminated = true;
        },
      });
      spawned.push(worker);
      return worker as unknown as Worker;
    },
    { warn: (message) => warnings.push(message) },
  );
  const load = (index: number) =>
    spawned[index]?.dispatchEvent(new MessageEvent('message', { data: { kind: 'alive' } }));
  const fail = (index: number) => spawned[index]?.dispatchEvent(new ErrorEvent('error', { message: 'gone' }));
  return { workers, spawned, warnings, load, fail };
}

it('gives a worker only when it is loaded, and loads another one to stand by', () => {
  const { workers, spawned, load } = setUp();
  expect(workers.take()).toBeNull();
  load(0);
  load(1);
  expect(workers.take()).toBe(spawned[0]);
  expect(spawned).toHaveLength(3);
  expect(workers.take()).toBe(spawned[1]);
  expect(workers.take()).toBeNull();
  expect(spawned).toHaveLength(4);
});

it('counts a worker once, however often it says that it is alive', () => {
  const { workers, spawned, load } = setUp();
  load(0);
  load(0);
  expect(workers.take()).toBe(spawned[0]);
  expect(workers.take()).toBeNull();
});

it('tries again when a worker could not be loaded, the next time that one is wanted', () => {
  const { workers, spawned, warnings, load, fail } = setUp();
  fail(0);
  expect(spawned).toHaveLength(2);
  expect(spawned[0]?.isTerminated).toBe(true);
  expect(warnings).toHaveLength(1);
  expect(workers.take()).toBeNull();
  expect(spawned).toHaveLength(3);
  load(2);
  expect(workers.take()).toBe(spawned[2]);
});
