import { createStore, type ReadonlyStore } from '#core/shared/store.ts';
import type { RecordingId } from '#core/shared/ids.ts';
import { asRecorded, mixVoices, type VoiceMix } from './voice-mixer.ts';
import type { RecordingSource } from './recording-source.ts';

/** What the player is doing. */
export interface PlayerState {
  /** The one recording that is loaded. */
  readonly loadedId: RecordingId | null;
  readonly isPlaying: boolean;
  readonly hasFailed: boolean;
  /** 1 is as fast as it was. */
  readonly speed: number;
  readonly mix: VoiceMix;
}

/** The one player of the page. */
export interface Player {
  readonly store: ReadonlyStore<PlayerState>;
  /** Plays from where it is, or pauses; loads first when another recording was loaded or this one had failed. */
  readonly toggle: (recordingId: RecordingId, source: RecordingSource) => void;
  /** Plays, or pauses, what is loaded. */
  readonly toggleLoaded: () => void;
  readonly setSpeed: (speed: number) => void;
  /** To the next of `speeds`, faster or slower, as long as there is one. */
  readonly stepSpeed: (step: 1 | -1) => void;
  readonly setMix: (changes: Partial<VoiceMix>) => void;
  readonly close: () => void;
  /** Seconds from the beginning. */
  readonly positionS: () => number;
  readonly seek: (positionS: number) => void;
  /** Calls `listener` whenever the position moved, about four times a second. Returns its own undo. */
  readonly onMoved: (listener: () => void) => () => void;
  /** What plays: for a drawing that follows it. */
  readonly audio: HTMLAudioElement;
}

const nothingLoaded = { loadedId: null, isPlaying: false, hasFailed: false } as const;

/** The speeds that there are. */
export const speeds = [0.5, 0.75, 1, 1.25, 1.5, 2] as const;

/** Opens a player on an audio element of its own. Of a link it downloads only what it plays. */
export function createPlayer(audio: HTMLAudioElement, openMixer = mixVoices): Player {
  const store = createStore<PlayerState>({ ...nothingLoaded, speed: 1, mix: asRecorded });
  const movedListeners = new Set<() => void>();
  let mixer: ((mix: VoiceMix) => void) | null = null;
  // Without it the sound of a store on another origin would be silence to the mixer.
  audio.crossOrigin = 'anonymous';
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
  const play = () => {
    // A browser sets it back with every file.
    audio.playbackRate = store.getState().speed;
    void audio.play().catch(() => undefined);
  };
  const setSpeed = (speed: number) => {
    audio.playbackRate = speed;
    update({ speed });
  };
  const toggleLoaded = () => {
    if (store.getState().isPlaying) audio.pause();
    else if (audio.hasAttribute('src')) play();
  };

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
      const { loadedId, hasFailed } = store.getState();
      if (loadedId === recordingId && !hasFailed) {
        toggleLoaded();
        return;
      }
      unload();
      update({ ...nothingLoaded, loadedId: recordingId });
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
      update(nothingLoaded);
      audio.removeAttribute('src');
    },
    toggleLoaded,
    setSpeed,
    stepSpeed(step) {
      const index = speeds.findIndex((speed) => speed === store.getState().speed);
      setSpeed(speeds[index + step] ?? store.getState().speed);
    },
    setMix(changes) {
      const mix = { ...store.getState().mix, ...changes };
      // Whoever hears it as it was recorded needs none.
      mixer ??= openMixer(audio);
      mixer(mix);
      update({ mix });
    },
    audio,
    positionS: () => audio.currentTime,
    seek(positionS) {
      audio.currentTime = positionS;
      // Before the file is there an element says nothing of it.
      for (const listener of movedListeners) listener();
    },
    onMoved(listener) {
      const events = ['timeupdate', 'seeking', 'emptied'] as const;
      for (const event of events) audio.addEventListener(event, listener);
      movedListeners.add(listener);
      return () => {
        movedListeners.delete(listener);
        for (const event of events) audio.removeEventListener(event, listener);
      };
    },
  };
}
