import { expect, it } from 'vitest';
import { asAccountId } from '#core/shared/ids.ts';
import { claimInstanceIds } from './instance-id.ts';

const alice = asAccountId('alice@example.com');
const carol = asAccountId('carol@example.com');

/** A browser whose tabs come and go. */
function setUp() {
  const held = new Set<string>();
  const texts = new Map<string, string>();
  let count = 0;
  const openTab = async () => {
    const own = new Set<string>();
    const request = (name: string, _options: LockOptions, take: (lock: Lock | null) => unknown) => {
      const isFree = !held.has(name);
      if (isFree) own.add(name);
      for (const each of own) held.add(each);
      return Promise.resolve(take(isFree ? { name, mode: 'exclusive' } : null));
    };
    const instanceIdOf = await claimInstanceIds({
      locks: { request } as unknown as LockManager,
      createId: () => `id-${(count += 1)}`,
      keptText: (key) => ({
        read: () => texts.get(key) ?? null,
        write: (text) => void texts.set(key, text),
      }),
    });
    return { instanceIdOf, close: () => own.forEach((name) => held.delete(name)) };
  };
  return { openTab };
}

it('is kept by the device, for each account', async () => {
  const { openTab } = setUp();
  const before = await openTab();
  const ids = [before.instanceIdOf(alice), before.instanceIdOf(carol)];
  expect(new Set(ids).size).toBe(2);
  before.close();
  const after = await openTab();
  expect([after.instanceIdOf(alice), after.instanceIdOf(carol)]).toEqual(ids);
});

it('is no other tab’s, for as long as that is open', async () => {
  const { openTab } = setUp();
  const first = await openTab();
  const second = await openTab();
  const ids = [first, second].map(({ instanceIdOf }) => instanceIdOf(alice));
  expect(new Set(ids).size).toBe(2);
  first.close();
  const third = await openTab();
  expect(third.instanceIdOf(alice)).toBe(ids[0]);
});

it('is good for a visit where the browser has no locks', async () => {
  const read = () => null;
  const instanceIdOf = await claimInstanceIds({
    locks: undefined,
    createId: () => 'new',
    keptText: () => ({ read, write: () => undefined }),
  });
  expect(instanceIdOf(alice)).toBe('new');
});
