import type { RecordingChannel } from '#core/hooks/recording-sink.ts';

/** What a transform is given: the side whose frames pass it. */
export interface FrameTransformOptions {
  readonly direction: RecordingChannel;
}

/** What the page tells a transform worker. It lets every frame pass, whatever it is told. */
export type FrameWorkerRequest =
  /** Send copies of what passes from now on to the recording worker, as `PassedFramesMessage`s; none yet when it is paused. */
  | { readonly kind: 'capture'; readonly frames: MessagePort; readonly paused: boolean }
  /** Copy nothing, or go on with it. */
  | { readonly kind: 'pause'; readonly paused: boolean }
  /** Send what is left, and copy nothing any more. */
  | { readonly kind: 'stop' }
  /** To be answered at once, by whoever is alive. */
  | { readonly kind: 'ping' };

/** What a transform worker says. */
export type FrameWorkerReply =
  /** Its code is loaded, and it is alive: the first thing that it says, and the answer to `ping`. */
  | { readonly kind: 'alive' }
  /** Frames of one side do not pass any more. */
  | { readonly kind: 'broken'; readonly details: string };
