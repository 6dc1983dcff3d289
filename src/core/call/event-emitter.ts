import type { Logger } from '../shared/logger.ts';
import type { ClientEvent } from './client-event.ts';
import { matchesFilter } from './event-filter.ts';
import type { EventFilter } from './event-filter.ts';

/** Hands events to whoever subscribed. */
export interface EventEmitter {
  /**
   * Calls `listener` for every event that the filter lets through, until the returned function is called: true when
   * that ended the subscription, false when it had ended before.
   */
  readonly subscribe: (listener: (event: ClientEvent) => void, filter?: EventFilter) => () => boolean;
  /**
   * Tells all listeners, in the order in which they subscribed. What a listener causes is told after everyone has
   * heard of what it was told, so that all see the same order. A listener that throws, or whose promise rejects, is
   * logged and breaks nobody. Nobody is waited for, and nothing is left out for one who is slow.
   */
  readonly emit: (event: ClientEvent) => void;
  readonly listenerCount: () => number;
}

interface Subscription {
  readonly listener: (event: ClientEvent) => void;
  readonly filter: EventFilter;
}

/** Creates an emitter without subscribers. `last` is told of every event after all of them. */
export function createEventEmitter(logger: Logger, last: (event: ClientEvent) => void): EventEmitter {
  const subscriptions = new Set<Subscription>();
  const waiting: ClientEvent[] = [];
  let telling = false;

  const tell = (listener: (event: ClientEvent) => unknown, event: ClientEvent): void => {
    const onFailure = (error: unknown): void =>
      logger.error('A listener of client events failed.', { kind: event.kind, error });
    try {
      const result = listener(event);
      if (result instanceof Promise) result.catch(onFailure);
    } catch (error) {
      onFailure(error);
    }
  };

  const tellAll = (event: ClientEvent): void => {
    // Those who subscribed before it happened: a listener that subscribes anew while it is told would be told for ever.
    const atThisMoment = Array.from(subscriptions);
    for (const subscription of atThisMoment) {
      const { listener, filter } = subscription;
      if (subscriptions.has(subscription) && matchesFilter(event, filter)) tell(listener, event);
    }
    tell(last, event);
  };

  return {
    subscribe(listener, filter = {}) {
      const subscription = { listener, filter };
      subscriptions.add(subscription);
      return () => subscriptions.delete(subscription);
    },
    emit(event) {
      waiting.push(event);
      if (telling) return;
      telling = true;
      for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) tellAll(next);
      telling = false;
    },
    listenerCount: () => subscriptions.size,
  };
}
