import { expect, it } from 'vitest';
import { createFakeKeptText } from '#testing/fake-audio-devices.ts';
import { createAppearance } from './appearance.ts';

/** A system whose wishes a test can change. */
function createSystem() {
  const queries = new Map<string, EventTarget & { matches: boolean }>();
  const query = (text: string) => {
    const known = queries.get(text) ?? Object.assign(new EventTarget(), { matches: false });
    queries.set(text, known);
    return known;
  };
  return {
    matchMedia: query,
    wish(text: string, matches: boolean) {
      query(text).matches = matches;
      query(text).dispatchEvent(new Event('change'));
    },
  };
}

it('follows the system until something is chosen, and remembers that', () => {
  const system = createSystem();
  const kept = createFakeKeptText();
  const root = { dataset: {} as DOMStringMap };
  const appearance = createAppearance({ kept, root, matchMedia: system.matchMedia });
  expect(root.dataset).toEqual({});
  system.wish('(prefers-contrast: more)', true);
  system.wish('(prefers-reduced-motion: reduce)', true);
  expect(root.dataset).toEqual({ contrast: 'more', motion: 'less' });
  system.wish('(prefers-contrast: more)', false);
  appearance.choose({ theme: 'dark', contrast: 'more' });
  expect(root.dataset).toEqual({ theme: 'dark', contrast: 'more', motion: 'less' });

  const next = { dataset: {} as DOMStringMap };
  const again = createAppearance({ kept, root: next, matchMedia: createSystem().matchMedia });
  expect(next.dataset).toEqual({ theme: 'dark', contrast: 'more' });
  again.choose({ theme: 'system', contrast: 'system' });
  expect(next.dataset).toEqual({});
});

it.each(['{', 'null', '{"theme":"<b>","motion":7}', '[]'])('takes %j for nothing', (text) => {
  const root = { dataset: {} as DOMStringMap };
  createAppearance({ kept: createFakeKeptText(text), root, matchMedia: createSystem().matchMedia });
  expect(root.dataset).toEqual({});
});
