/** One text that this device keeps between visits. */
export interface KeptText {
  /** Null when there is none, and where the browser keeps nothing. Never throws. */
  readonly read: () => string | null;
  /** Never throws. */
  readonly write: (text: string) => void;
}
