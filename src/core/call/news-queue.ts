/**
 * Tells news, one after the other, in the order in which they are handed in. What the telling of one causes is told
 * after all that wait already, so that everyone hears the same order.
 */
export type TellNews = (...news: readonly (() => void)[]) => void;

/** Creates an empty queue. */
export function createNewsQueue(): TellNews {
  const waiting: (() => void)[] = [];
  let telling = false;
  return (...news) => {
    waiting.push(...news);
    if (telling) return;
    telling = true;
    try {
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) next();
    } finally {
      telling = false;
    }
  };
}

/** Calls a listener, which is not ours: what it throws, and a promise of its that rejects, only go to `onFailure`. */
export function callListener(listener: () => unknown, onFailure: (error: unknown) => void): void {
  try {
    const result = listener();
    if (result instanceof Promise) result.catch(onFailure);
  } catch (error) {
    onFailure(error);
  }
}
