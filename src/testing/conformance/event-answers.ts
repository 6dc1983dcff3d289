import { callIdOf, comparePriorities } from '#core/call/client-event.ts';
import type { EventPriority } from '#core/call/client-event.ts';
import { createEventEmitter } from '#core/call/event-emitter.ts';
import { matchesFilter } from '#core/call/event-filter.ts';
import type { EventFilter } from '#core/call/event-filter.ts';
import { silentLogger } from '#core/shared/logger.ts';
import { fromSeedEvent, fromSeedMediaType } from './answers.ts';
import type { SeedEvent, SeedMediaType } from './answers.ts';

interface SeedFilter extends Omit<EventFilter, 'mediaEventTypes'> {
  readonly mediaEventTypes?: readonly SeedMediaType[];
}

interface Subscribing {
  readonly subscribe?: string;
  readonly unsubscribe: string;
}

/** A subscription that is unknown is, with us, one that was ended before. */
function unsubscribe({ subscribe }: Subscribing): unknown {
  const emitter = createEventEmitter(silentLogger, () => undefined);
  const end = emitter.subscribe(() => undefined);
  if (subscribe !== undefined) return { removed: end(), count: emitter.listenerCount() };
  end();
  return end();
}

export const eventAnswers = {
  events(input: readonly EventPriority[] | Subscribing | SeedEvent) {
    if ('unsubscribe' in input) return unsubscribe(input);
    if ('type' in input) return callIdOf(fromSeedEvent(input));
    return [...input].reverse().sort(comparePriorities).join(' < ');
  },

  event_filter({ event, filter }: { readonly event: SeedEvent; readonly filter: SeedFilter }) {
    const { mediaEventTypes, ...rest } = filter;
    const media =
      mediaEventTypes === undefined ? {} : { mediaEventTypes: mediaEventTypes.map(fromSeedMediaType) };
    return matchesFilter(fromSeedEvent(event), { ...rest, ...media } as EventFilter);
  },
};
