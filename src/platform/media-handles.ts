import type { AudioSource } from '#core/media/audio-source.ts';
import type { FrameTap } from '#core/media/frame-tap.ts';
import type { CallTap } from './rtp-tap/call-tap.ts';

/** The one place that knows what an `AudioSource` is: a MediaStream with audio tracks. */
export const toAudioSource = (stream: MediaStream): AudioSource => stream as unknown as AudioSource;

/** The MediaStream behind a handle. */
export const toMediaStream = (source: AudioSource): MediaStream => source as unknown as MediaStream;

/** The one place that knows what a `FrameTap` is. */
export const toFrameTap = (tap: CallTap): FrameTap => tap as unknown as FrameTap;

/** The tap behind a handle. */
export const toCallTap = (tap: FrameTap): CallTap => tap as unknown as CallTap;
