import type { ReadonlyStore } from '../shared/store.ts';
import { callListener } from './news-queue.ts';

/** A state whose writer says when the listeners hear of a change, so that what else is news can be told in its place. */
export interface ToldStore<State> extends ReadonlyStore<State> {
  /** Replaces the state. Returns what tells the listeners, each of them whatever the others do; nothing to tell when the state is the same. */
  readonly write: (next: State) => () => void;
}

/** Creates the store; `onFailure` hears of a listener that fails. */
export function createToldStore<State>(
  initial: State,
  onFailure: (error: unknown) => void,
): ToldStore<State> {
  type Listener = (state: State, previous: State) => void;
  const subscriptions = new Set<{ readonly listener: Listener }>();
  let current = initial;

  return {
    getState: () => current,
    getInitialState: () => initial,
    subscribe(listener) {
      const subscription = { listener };
      subscriptions.add(subscription);
      return () => void subscriptions.delete(subscription);
    },
    write(next) {
      const previous = current;
      current = next;
      return () => {
        if (next === previous) return;
        for (const subscription of Array.from(subscriptions)) {
          if (!subscriptions.has(subscription)) continue;
          callListener(() => subscription.listener(next, previous), onFailure);
        }
      };
    },
  };
}
