import { expect, test } from 'vitest';
import { chooseBest } from './best-response.ts';

test.each([
  [[486, 603], 603],
  [[480, 486], 486],
  [[408, 480], 480],
  [[500, 408], 408],
  [[404, 302], 302],
  [[486, 407], 407],
  [[499, 480], 480],
  [[482, 408], 408],
  [[487, 482], 487],
  [[486, 482], 486],
  [[480], 480],
])('of %j the caller hears %d', (statuses, best) => {
  const responses = statuses.map((status) => ({ status }));
  expect(chooseBest(responses)?.status).toBe(best);
  expect(chooseBest(responses.reverse())?.status).toBe(best);
});

test('of none there is none', () => {
  expect(chooseBest([])).toBeNull();
});
