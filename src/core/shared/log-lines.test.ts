import { expect, it } from 'vitest';
import { keepLogLines } from './log-lines.ts';

function setUp() {
  const written: string[] = [];
  const write = (message: string) => void written.push(message);
  let nowMs = 0;
  const kept = keepLogLines({ info: write, warn: write, error: write }, () => (nowMs += 1));
  return { ...kept, written };
}

it('hands everything on, and remembers it with its time, its level and its context', () => {
  const { logger, lines, written } = setUp();
  logger.info('begun');
  logger.warn('odd', { code: 'media/no-microphone', error: new TypeError('no') });
  expect(written).toEqual(['begun', 'odd']);
  expect(lines()).toEqual([
    { atMs: 1, level: 'info', text: 'begun' },
    { atMs: 2, level: 'warn', text: 'odd {"code":"media/no-microphone","error":"TypeError: no"}' },
  ]);
});

it('remembers the last 60, and not all of what is long or contains itself', () => {
  const { logger, lines } = setUp();
  for (let index = 0; index < 100; index += 1) logger.error(`line ${index}`);
  expect(lines()).toHaveLength(60);
  expect(lines()[0]?.text).toBe('line 40');
  const loop: Record<string, unknown> = { long: 'x'.repeat(1000) };
  logger.warn('long', { ...loop });
  expect(lines().at(-1)?.text).toHaveLength(400);
  loop['self'] = loop;
  logger.warn('loop', loop);
  expect(lines().at(-1)?.text).toBe('loop');
});
