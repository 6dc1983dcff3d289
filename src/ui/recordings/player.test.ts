import { describe, expect, it } from 'vitest';
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
    expect(player.store.getState()).toEqual({ loadedId: one, isPlaying: true, hasFailed: false });
    player.toggle(one, '/recordings/one');
    expect(player.store.getState()).toEqual({ loadedId: one, isPlaying: false, hasFailed: false });
  });

  it('has one recording at a time', () => {
    const player = createPlayer(createAudio());
    player.toggle(one, '/recordings/one');
    player.toggle(two, '/recordings/two');
    expect(player.store.getState()).toEqual({ loadedId: two, isPlaying: true, hasFailed: false });
  });

  it('keeps a failure until it is tried again', () => {
    const audio = createAudio();
    const player = createPlayer(audio);
    player.toggle(one, '/recordings/one');
    audio.dispatchEvent(new Event('error'));
    expect(player.store.getState()).toEqual({ loadedId: one, isPlaying: false, hasFailed: true });
    player.toggle(one, '/recordings/one');
    expect(player.store.getState()).toEqual({ loadedId: one, isPlaying: true, hasFailed: false });
  });

  it('is silent and empty when it is closed', () => {
    const audio = createAudio();
    const player = createPlayer(audio);
    player.toggle(one, '/recordings/one');
    player.close();
    expect(player.store.getState()).toEqual({ loadedId: null, isPlaying: false, hasFailed: false });
    expect(audio.hasAttribute('src')).toBe(false);
  });
});
