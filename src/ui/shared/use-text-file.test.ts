import { renderHook, waitFor } from '@testing-library/react';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { useTextFile } from './use-text-file.ts';

let nowMs = 0;

beforeEach(() => {
  nowMs = 0;
  vi.spyOn(performance, 'now').mockImplementation(() => nowMs);
});
afterEach(() => void vi.restoreAllMocks());

/** What was said, once each, while 10,000 lines were saved, each of which took so long. */
async function saySaving(lineMs: number) {
  function* write() {
    for (let line = 0; line < 10_000; line += 1) {
      nowMs += lineMs;
      yield 'a line\n';
    }
  }
  const save = vi.spyOn(HTMLAnchorElement.prototype, 'click').mockImplementation(() => undefined);
  const said = new Set<string | null>();
  const { result } = renderHook(() => {
    const file = useTextFile();
    said.add(file.said);
    return file;
  });
  const saving = result.current.save({ name: 'x', type: 'text/plain', lines: write(), count: 10_000 });
  await waitFor(() => expect(save).toHaveBeenCalledOnce());
  await saving;
  await waitFor(() => expect(result.current.said).toBeNull());
  return said;
}

it('says how far a file is that takes a while, until it is made', async () => {
  // The page is drawn when it can be, so that not every part is seen.
  expect([...(await saySaving(1))].join(' ')).toMatch(/^ Making the file, \d+%/);
});

it('says nothing of a file that is made at once', async () => {
  expect(await saySaving(0.01)).toEqual(new Set([null]));
});
