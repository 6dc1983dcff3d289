import { expect, it } from 'vitest';
import { uploadRetryDelayMs } from './retry-policy.ts';

it('doubles from a second to a minute, for ever', () => {
  const delays = [1, 2, 3, 6, 7, 50, 5000].map((failures) =>
    uploadRetryDelayMs('upload/server-unreachable', failures),
  );
  expect(delays).toEqual([1000, 2000, 4000, 32_000, 60_000, 60_000, 60_000]);
});

it('asks a full store once a minute', () => {
  expect(uploadRetryDelayMs('upload/server-full', 1)).toBe(60_000);
});

it.each(['upload/token-refused', 'upload/not-accepted', 'folder/write-failed'] as const)(
  'tries again after %s from once a minute to once an hour, for ever',
  (code) => {
    const delays = [1, 2, 6, 7, 5000].map((failures) => uploadRetryDelayMs(code, failures));
    expect(delays).toEqual([60_000, 120_000, 1_920_000, 3_600_000, 3_600_000]);
  },
);

it.each(['upload/refused', 'folder/locked', 'folder/not-chosen'] as const)(
  'leaves %s to the person',
  (code) => {
    expect(uploadRetryDelayMs(code, 1)).toBeNull();
  },
);
