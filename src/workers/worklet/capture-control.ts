/** What the page tells a capture worklet through its node's port. */
export type CaptureControl =
  /**
   * Send what is captured from now on to the recording worker, as `CaptureMessage`s. Once. `paused` comes with it: a message
   * later, 128 samples could be on their way.
   */
  | { readonly kind: 'start'; readonly samples: MessagePort; readonly paused: boolean }
  /** Send silence instead of what is heard, or what is heard again. */
  | { readonly kind: 'pause'; readonly paused: boolean }
  /** Send what is left and end. */
  | { readonly kind: 'stop' };

/** Name under which the processor is registered. */
export const captureProcessorName = 'sidetone-capture';
