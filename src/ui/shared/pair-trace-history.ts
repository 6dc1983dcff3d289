/** How long one column of a trace lasts. */
export const columnMs = 100;

/** The last columns of a call's levels, by time: a column is the loudest moment of its 100 ms. */
export interface PairTraceHistory {
  /** Notes the levels (0 to 1) at a time in milliseconds; time never runs backwards. */
  readonly push: (atMs: number, remote: number, local: number) => void;
  /** A time in columns since the first push, with its fraction; null before that. */
  readonly positionAt: (atMs: number) => number | null;
  /** Loudest levels of a column. Silence for columns that nobody measured or that are forgotten. */
  readonly read: (column: number) => { readonly remote: number; readonly local: number };
}

const silence = { remote: 0, local: 0 };

/** Keeps the newest `capacity` columns. */
export function createPairTraceHistory(capacity: number): PairTraceHistory {
  const columns = new Map<number, { remote: number; local: number }>();
  let startMs: number | null = null;

  return {
    positionAt: (atMs) => (startMs === null ? null : (atMs - startMs) / columnMs),
    push(atMs, remote, local) {
      startMs ??= atMs;
      const index = Math.floor((atMs - startMs) / columnMs);
      const column = columns.get(index);
      columns.set(index, {
        remote: Math.max(remote, column?.remote ?? 0),
        local: Math.max(local, column?.local ?? 0),
      });
      for (const old of columns.keys()) {
        if (old > index - capacity) break;
        columns.delete(old);
      }
    },
    read: (column) => columns.get(column) ?? silence,
  };
}
