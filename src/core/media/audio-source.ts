declare const audioSource: unique symbol;

/**
 * Sound that exists outside core: a microphone or a remote party. Core passes it from one port to another and
 * never looks inside; `platform/media-handles.ts` is the one place that knows it is a `MediaStream`.
 */
export interface AudioSource {
  readonly [audioSource]: true;
}
