/** What the device says of its network. Only a hint: it may be wrong, and a reachable network is no reachable store. */
export interface Connectivity {
  readonly isOnline: () => boolean;
  /** Calls `listener` whenever `isOnline` has changed. */
  readonly subscribe: (listener: () => void) => void;
}
