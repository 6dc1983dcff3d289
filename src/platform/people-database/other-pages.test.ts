import { afterEach, expect, test, vi } from 'vitest';
import { openChannel } from './other-pages.ts';

afterEach(() => vi.unstubAllGlobals());

test('a browser that keeps nothing for the site, and gives it no channel either, is a page alone', () => {
  vi.stubGlobal('BroadcastChannel', function refuse() {
    throw new DOMException('The operation is insecure.', 'SecurityError');
  });
  const pages = openChannel<string>('people');
  pages.onTold(() => undefined);
  expect(() => pages.tell('changed')).not.toThrow();
});
