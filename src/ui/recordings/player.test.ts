import { describe, expect, it, vi } from 'vitest';
import { asRecordingId } from '#core/shared/ids.ts';
import { createPlayer } from './player.ts';

const one = asRecordingId('one');
const two = asRecordingId('two');

/** An audio element that starts and stops at once, as a browser's does with a file that is there. */
function createAudio() {
  const audio = new Audio();
  audio.play = () => {
    audio.dispatchEvent(new Event('play'));
    return Promise.resolve();
  };
  audio.pause = () => void audio.dispatchEvent(new Event('pause'));
  return audio;
}

describe('the player', () => {
  it('plays, pauses, and goes on with the same file', () => {
    const audio = createAudio();
    const player = createPlayer(audio);
    player.toggle(one, '/recordings/one');
    expect(audio.getAttribute('src')).toBe('/recordings/one');
    expect(player.store.getState()).toMatchObject({ loadedId: one, isPlaying: true, hasFailed: false });
    player.toggle(one, '/recordings/one');
    expect(player.store.getState()).toMatchObject({ loadedId: one, isPlaying: false, hasFailed: false });
  });

  it('has one recording at a time', () => {
    const player = createPlayer(createAudio());
    player.toggle(one, '/recordings/one');
    player.toggle(two, '/recordings/two');
    expect(player.store.getState()).toMatchObject({ loadedId: two, isPlaying: true, hasFailed: false });
  });

  it('keeps a failure until it is tried again', () => {
    const audio = createAudio();
    const player = createPlayer(audio);
    player.toggle(one, '/recordings/one');
    audio.dispatchEvent(new Event('error'));
    expect(player.store.getState()).toMatchObject({ loadedId: one, isPlaying: false, hasFailed: true });
    player.toggle(one, '/recordings/one');
    expect(player.store.getState()).toMatchObject({ loadedId: one, isPlaying: true, hasFailed: false });
  });

  it('is silent and empty when it is closed', () => {
    const audio = createAudio();
    const player = createPlayer(audio);
    player.toggle(one, '/recordings/one');
    player.close();
    expect(player.store.getState()).toMatchObject({ loadedId: null, isPlaying: false, hasFailed: false });
    expect(audio.hasAttribute('src')).toBe(false);
  });
});

describe('the player of files that have to be opened', () => {
  /** Files that wait until the test gives them. */
  function createFiles() {
    const asked: { readonly url: string; readonly give: (fail?: boolean) => void }[] = [];
    const released: string[] = [];
    const open = (url: string) => () =>
      new Promise<{ url: string; release: () => void }>((resolve, reject) => {
        const opened = { url: `blob:${url}`, release: () => void released.push(url) };
        asked.push({ url, give: (fail = false) => (fail ? reject(new Error('gone')) : resolve(opened)) });
      });
    return { open, asked, released };
  }

  it('opens once, plays that, and gives it back', async () => {
    const { open, asked, released } = createFiles();
    const audio = createAudio();
    const player = createPlayer(audio);
    player.toggle(one, open('/one'));
    player.toggle(one, open('/one'));
    expect(audio.hasAttribute('src')).toBe(false);
    asked[0]?.give();
    await vi.waitFor(() => expect(audio.getAttribute('src')).toBe('blob:/one'));
    expect(player.store.getState().isPlaying).toBe(true);
    expect(asked).toHaveLength(1);
    player.close();
    expect(released).toEqual(['/one']);
  });

  it('plays what was asked for last, and puts away what comes too late', async () => {
    const { open, asked, released } = createFiles();
    const audio = createAudio();
    const player = createPlayer(audio);
    player.toggle(one, open('/one'));
    player.toggle(two, open('/two'));
    asked[1]?.give();
    await vi.waitFor(() => expect(audio.getAttribute('src')).toBe('blob:/two'));
    asked[0]?.give();
    await vi.waitFor(() => expect(released).toEqual(['/one']));
    expect(audio.getAttribute('src')).toBe('blob:/two');
  });

  it('says that it could not be opened', async () => {
    const { open, asked } = createFiles();
    const player = createPlayer(createAudio());
    player.toggle(one, open('/one'));
    asked[0]?.give(true);
    await vi.waitFor(() => expect(player.store.getState()).toMatchObject({ loadedId: one, hasFailed: true }));
  });
});
