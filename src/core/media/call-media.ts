import type { CallId } from '../shared/ids.ts';
import type { CallLevels } from '../softphone-types.ts';
import type { AudioSource } from './audio-source.ts';
import type { AudioMeter, CallAudioPort } from './call-audio-port.ts';
import type { FrameTap } from './frame-tap.ts';
import type { CallMicrophone, MicrophonePort } from './microphone-port.ts';

/** What a call has open. */
interface OpenMedia {
  /** Null again after a failure, so that the next one who asks tries anew. */
  opening: Promise<AudioSource | null> | null;
  microphone: CallMicrophone | null;
  localMeter: AudioMeter | null;
  remote: AudioSource | null;
  isRemoteHeard: boolean;
  remoteMeter: AudioMeter | null;
  stopPlaying: (() => void) | null;
  frames: FrameTap | null;
}

/** The sound of all calls: opened with them, and always closed with them. */
export interface CallMedia {
  /**
   * Opens the microphone for a call. Resolves with null when the call was closed meanwhile: a person may hang up
   * while the browser still asks for permission. Rejects with `media/*`.
   */
  readonly openMicrophone: (callId: CallId) => Promise<AudioSource | null>;
  /**
   * Opens the microphone for a call that may be answered, where the browser need not ask: a device takes 30 to 90 ms to
   * open, a Bluetooth headset a second, and the first words would be lost. What fails here is told by `openMicrophone`.
   */
  readonly warmUp: (callId: CallId) => Promise<void>;
  /** Plays the remote party, in place of what was played before. */
  readonly setRemote: (callId: CallId, source: AudioSource) => void;
  readonly remote: (callId: CallId) => AudioSource | null;
  /** Notes that the remote party's sound has begun to come in. */
  readonly setRemoteHeard: (callId: CallId) => void;
  readonly isRemoteHeard: (callId: CallId) => boolean;
  readonly local: (callId: CallId) => AudioSource | null;
  /** Keeps where the encoded frames of a call pass. */
  readonly setFrames: (callId: CallId, tap: FrameTap) => void;
  readonly frames: (callId: CallId) => FrameTap | null;
  readonly setMuted: (callId: CallId, muted: boolean) => void;
  readonly levels: (callId: CallId) => CallLevels | null;
  /** Closes everything of a call. Idempotent. */
  readonly close: (callId: CallId) => void;
}

/**
 * Makes the keeper of all calls' sound. `isOver` tells whether a call has ended while its microphone was being opened;
 * `onMicrophoneReplaced` is told what a call's microphone gives from now on, when its device was unplugged.
 */
export function createCallMedia(
  microphone: MicrophonePort,
  callAudio: Pick<CallAudioPort, 'playRemote' | 'meter'>,
  isOver: (callId: CallId) => boolean,
  onMicrophoneReplaced: (callId: CallId, source: AudioSource) => void,
): CallMedia {
  const calls = new Map<CallId, OpenMedia>();

  const mediaOf = (callId: CallId): OpenMedia => {
    const known = calls.get(callId);
    if (known !== undefined) return known;
    const opened: OpenMedia = {
      opening: null,
      microphone: null,
      localMeter: null,
      remote: null,
      isRemoteHeard: false,
      remoteMeter: null,
      stopPlaying: null,
      frames: null,
    };
    calls.set(callId, opened);
    return opened;
  };

  const silenceRemote = (media: OpenMedia): void => {
    media.remoteMeter?.stop();
    media.stopPlaying?.();
  };

  const open = async (callId: CallId): Promise<AudioSource | null> => {
    const opened = await microphone.acquire((source) => {
      const media = mediaOf(callId);
      media.localMeter?.stop();
      media.localMeter = callAudio.meter(source);
      onMicrophoneReplaced(callId, source);
    });
    if (isOver(callId)) {
      opened.release();
      return null;
    }
    const media = mediaOf(callId);
    media.microphone = opened;
    media.localMeter = callAudio.meter(opened.source);
    return opened.source;
  };

  const openMicrophone = (callId: CallId): Promise<AudioSource | null> => {
    const media = mediaOf(callId);
    // Another device may have come in the place of the one that was opened.
    if (media.microphone !== null) return Promise.resolve(media.microphone.source);
    media.opening ??= open(callId).catch((error: unknown) => {
      media.opening = null;
      throw error;
    });
    return media.opening;
  };

  return {
    openMicrophone,
    async warmUp(callId) {
      if (!(await microphone.isAllowed()) || isOver(callId)) return;
      await openMicrophone(callId).catch(() => undefined);
    },
    setRemote(callId, source) {
      if (isOver(callId)) return;
      const media = mediaOf(callId);
      silenceRemote(media);
      media.remote = source;
      media.stopPlaying = callAudio.playRemote(source);
      media.remoteMeter = callAudio.meter(source);
    },
    remote: (callId) => calls.get(callId)?.remote ?? null,
    setRemoteHeard(callId) {
      if (!isOver(callId)) mediaOf(callId).isRemoteHeard = true;
    },
    isRemoteHeard: (callId) => calls.get(callId)?.isRemoteHeard ?? false,
    local: (callId) => calls.get(callId)?.microphone?.source ?? null,
    setFrames(callId, tap) {
      if (!isOver(callId)) mediaOf(callId).frames = tap;
    },
    frames: (callId) => calls.get(callId)?.frames ?? null,
    setMuted: (callId, muted) => calls.get(callId)?.microphone?.setMuted(muted),
    levels(callId) {
      const media = calls.get(callId);
      if (media?.localMeter == null && media?.remoteMeter == null) return null;
      return { local: media.localMeter?.rms() ?? 0, remote: media.remoteMeter?.rms() ?? 0 };
    },
    close(callId) {
      const media = calls.get(callId);
      if (media === undefined) return;
      calls.delete(callId);
      silenceRemote(media);
      media.localMeter?.stop();
      media.microphone?.release();
    },
  };
}
