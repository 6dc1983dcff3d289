/** What is being done, so that whoever closes can wait for it. */
export interface WorkInHand {
  /** Does `work` and gives back what it gives. Rejects without beginning it when everything is being closed. */
  readonly run: <T>(work: () => Promise<T>) => Promise<T>;
  /** Lets nothing more begin; resolves when what has begun has ended, well or badly. */
  readonly close: () => Promise<void>;
}

export function createWorkInHand(): WorkInHand {
  const inHand = new Set<Promise<unknown>>();
  let isClosing = false;
  return {
    async run(work) {
      if (isClosing) throw new Error('The recording store is being closed.');
      const promise = work();
      inHand.add(promise);
      try {
        return await promise;
      } finally {
        inHand.delete(promise);
      }
    },
    async close() {
      isClosing = true;
      await Promise.allSettled(inHand);
    },
  };
}
