import type { AudioSource } from '#core/media/audio-source.ts';

/** The one place that knows what an `AudioSource` is: a MediaStream with audio tracks. */
export const toAudioSource = (stream: MediaStream): AudioSource => stream as unknown as AudioSource;

/** The MediaStream behind a handle. */
export const toMediaStream = (source: AudioSource): MediaStream => source as unknown as MediaStream;
