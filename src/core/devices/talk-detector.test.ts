import { describe, expect, it } from 'vitest';
import { createTalkDetector } from './talk-detector.ts';

const voice = 0.05;
const room = 0.002;
const feed = (detect: (rms: number) => boolean, rms: number, looks: number) =>
  Array.from({ length: looks }, () => detect(rms)).at(-1);

describe('talking', () => {
  it('is told after a quarter of a second of voice', () => {
    const detect = createTalkDetector();
    expect(feed(detect, voice, 4)).toBe(false);
    expect(feed(detect, voice, 1)).toBe(true);
  });

  it('is not what a key or a room sounds like', () => {
    const detect = createTalkDetector();
    for (let second = 0; second < 10; second += 1) {
      expect(feed(detect, voice, 3)).toBe(false);
      expect(feed(detect, room, 17)).toBe(false);
    }
  });

  it('goes on while the person draws breath, and ends after two quiet seconds', () => {
    const detect = createTalkDetector();
    feed(detect, voice, 10);
    expect(feed(detect, room, 39)).toBe(true);
    expect(feed(detect, voice, 1)).toBe(true);
    expect(feed(detect, room, 39)).toBe(true);
    expect(feed(detect, room, 1)).toBe(false);
    expect(feed(detect, voice, 1)).toBe(false);
  });
});
