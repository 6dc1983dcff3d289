import type { Logger } from '../shared/logger.ts';
import type { ClientEvent } from './client-event.ts';
import { matchesFilter } from './event-filter.ts';
import type { EventFilter } from './event-filter.ts';
import { callListener, createNewsQueue } from './news-queue.ts';
import type { TellNews } from './news-queue.ts';

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
  /** Tells them now: for whoever has waited in the queue already. */
  readonly deliver: (event: ClientEvent) => void;
  readonly listenerCount: () => number;
}

interface Subscription {
  readonly listener: (event: ClientEvent) => void;
  readonly filter: EventFilter;
}

/**
 * Creates an emitter without subscribers. `last` is told of every event after all of them. Events wait in `tell`, which
 * may be the queue of other news as well.
 */
export function createEventEmitter(
  logger: Logger,
  last: (event: ClientEvent) => unknown,
  tell: TellNews = createNewsQueue(),
): EventEmitter {
  const subscriptions = new Set<Subscription>();

  const deliver = (event: ClientEvent): void => {
    const onFailure = (error: unknown): void =>
      logger.error('A listener of client events failed.', { kind: event.kind, error });
    // Those who subscribed before it happened: a listener that subscribes anew while it is told would be told for ever.
    const atThisMoment = Array.from(subscriptions);
    for (const subscription of atThisMoment) {
      const { listener, filter } = subscription;
      if (!subscriptions.has(subscription)) continue;
      callListener(() => (matchesFilter(event, filter) ? listener(event) : undefined), onFailure);
    }
    callListener(() => last(event), onFailure);
  };

  return {
    subscribe(listener, filter = {}) {
      const subscription = { listener, filter };
      subscriptions.add(subscription);
      return () => subscriptions.delete(subscription);
    },
    emit: (event) => tell(() => deliver(event)),
    deliver,
    listenerCount: () => subscriptions.size,
  };
}
