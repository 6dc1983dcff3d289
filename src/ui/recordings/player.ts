import { createStore, type ReadonlyStore } from '#core/shared/store.ts';
import type { RecordingId } from '#core/shared/ids.ts';
import type { RecordingSource } from './recording-source.ts';

/** What the player is doing. */
export interface PlayerState {
  /** The one recording that is loaded. */
  readonly loadedId: RecordingId | null;
  readonly isPlaying: boolean;
  readonly hasFailed: boolean;
}

/** The one player of the page. */
export interface Player {
  readonly store: ReadonlyStore<PlayerState>;
  /** Plays from where it is, or pauses; loads first when another recording was loaded or this one had failed. */
  readonly toggle: (recordingId: RecordingId, source: RecordingSource) => void;
  readonly close: () => void;
  /** Seconds from the beginning. */
  readonly positionS: () => number;
  readonly seek: (positionS: number) => void;
  /** Calls `listener` whenever the position moved, about four times a second. Returns its own undo. */
  readonly onMoved: (listener: () => void) => () => void;
}

const nothingLoaded: PlayerState = { loadedId: null, isPlaying: false, hasFailed: false };

/** Opens a player on an audio element of its own. Of a link it downloads only what it plays. */
export function createPlayer(audio: HTMLAudioElement): Player {
  const store = createStore(nothingLoaded);
  let release = (): void => undefined;
  /** Changes with every recording that is loaded, so that one that comes too late is put away. */
  let loading = 0;
  const update = (changes: Partial<PlayerState>) => store.setState((state) => ({ ...state, ...changes }));

  audio.addEventListener('play', () => update({ isPlaying: true }));
  audio.addEventListener('pause', () => update({ isPlaying: false }));
  audio.addEventListener('error', () => {
    if (store.getState().loadedId !== null) update({ isPlaying: false, hasFailed: true });
  });

  // What keeps it from playing arrives as an `error` event; a start that was interrupted is no failure.
  const play = () => void audio.play().catch(() => undefined);

  const unload = () => {
    loading += 1;
    release();
    release = () => undefined;
  };

  const openAndPlay = async (open: Exclude<RecordingSource, string>): Promise<void> => {
    const mine = loading;
    try {
      const opened = await open();
      if (mine !== loading) {
        opened.release();
        return;
      }
      ({ release } = opened);
      audio.src = opened.url;
      play();
    } catch {
      if (mine === loading) update({ isPlaying: false, hasFailed: true });
    }
  };

  return {
    store,
    toggle(recordingId, source) {
      const { loadedId, isPlaying, hasFailed } = store.getState();
      const isReady = loadedId === recordingId && !hasFailed;
      if (isReady && isPlaying) {
        audio.pause();
        return;
      }
      if (isReady) {
        if (audio.hasAttribute('src')) play();
        return;
      }
      unload();
      store.setState({ ...nothingLoaded, loadedId: recordingId });
      if (typeof source === 'string') {
        audio.src = source;
        play();
      } else {
        audio.pause();
        audio.removeAttribute('src');
        void openAndPlay(source);
      }
    },
    close() {
      audio.pause();
      unload();
      store.setState(nothingLoaded);
      audio.removeAttribute('src');
    },
    positionS: () => audio.currentTime,
    seek(positionS) {
      audio.currentTime = positionS;
    },
    onMoved(listener) {
      const events = ['timeupdate', 'seeking', 'emptied'] as const;
      for (const event of events) audio.addEventListener(event, listener);
      return () => {
        for (const event of events) audio.removeEventListener(event, listener);
      };
    },
  };
}
