/** Runs work one after the other. Work that fails rejects for whoever asked for it, and the next begins. */
export type SerialQueue = <Result>(work: () => Promise<Result>) => Promise<Result>;

/** A queue with nothing in it. */
export function createSerialQueue(): SerialQueue {
  let last: Promise<unknown> = Promise.resolve();
  return (work) => {
    const done = last.then(work, work);
    last = done;
    return done;
  };
}
