declare const frameTap: unique symbol;

/**
 * The encoded frames of a call, both ways, as they pass. Like `AudioSource` it exists outside core, which hands it from the
 * signalling to the recorder and never looks inside.
 */
export interface FrameTap {
  readonly [frameTap]: true;
}
