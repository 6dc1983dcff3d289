import { expect, it } from 'vitest';
import { createFakeClock } from '#testing/fake-clock.ts';
import { watchForNewerPage } from './newer-page.ts';

const hourMs = 60 * 60 * 1000;
/** What was begun comes to its end. */
const settle = () => new Promise((resolve) => setTimeout(resolve, 0));

it('notices within an hour that the server has another page, also after it was away', async () => {
  const clock = createFakeClock();
  const served: (() => string)[] = [
    () => 'first',
    () => {
      throw new Error('away');
    },
    () => 'second',
  ];
  const read = async () => served.shift()?.() ?? 'third';
  const isNewer = watchForNewerPage({ own: 'first', read, clock });
  for (const expected of [false, false, true]) {
    clock.advance(hourMs);
    await settle();
    expect(isNewer.getState()).toBe(expected);
  }
});
