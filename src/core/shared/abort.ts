/** What core sees of an `AbortSignal`, which a library without DOM types does not have. */
export interface AbortSignalLike {
  readonly aborted: boolean;
}

/** What core sees of an `AbortController`. */
export interface AbortLike {
  readonly signal: AbortSignalLike;
  readonly abort: () => void;
}

/** Makes one; in a browser `new AbortController()`, so that whoever gets the signal can hand it to `fetch`. */
export type CreateAbort = () => AbortLike;
