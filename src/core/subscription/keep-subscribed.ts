import { assertNever } from '../shared/assert-never.ts';
import type { Clock } from '../shared/clock.ts';
import type { SubscriptionEvent } from '../signalling/subscription.ts';

/** How long after a loss it is tried again, doubled with each that follows, and at most so long. */
const firstRetryMs = 5000;
const lastRetryMs = 600_000;

/** A subscription that is kept for as long as it is wanted. */
export interface KeptSubscription {
  /** Subscribes now, in the place of what was there before: the connection is a new one. */
  readonly renew: () => void;
  /** Forgets it until `renew`. Without a connection nobody is told. */
  readonly rest: () => void;
}

/**
 * Keeps a subscription: one that is lost is tried again, ever more seldom; a server that refuses is left alone until the
 * account is registered anew. `subscribe` returns what ends it.
 */
export function keepSubscribed(deps: {
  readonly clock: Clock;
  readonly subscribe: (listener: (event: SubscriptionEvent) => void) => () => void;
  readonly onBody: (body: string) => void;
  /** Nothing is known any more of what was watched. */
  readonly onUnknown: () => void;
}): KeptSubscription {
  const { clock, subscribe, onBody, onUnknown } = deps;
  let end = () => {};
  let cancelRetry = () => {};
  let retryMs = firstRetryMs;
  let turn = 0;

  const rest = (): void => {
    turn += 1;
    cancelRetry();
    end();
    end = () => {};
  };

  const begin = (): void => {
    rest();
    const own = turn;
    const hear = (event: SubscriptionEvent): void => {
      if (own !== turn) return;
      switch (event.kind) {
        case 'notified':
          retryMs = firstRetryMs;
          onBody(event.body);
          return;
        case 'refused':
          rest();
          onUnknown();
          return;
        case 'ended': {
          rest();
          onUnknown();
          const waitMs = Math.max(retryMs, Math.min((event.retryAfterSec ?? 0) * 1000, lastRetryMs));
          retryMs = Math.min(retryMs * 2, lastRetryMs);
          cancelRetry = clock.setTimer(begin, waitMs);
          return;
        }
        default:
          assertNever(event);
      }
    };
    end = subscribe(hear);
  };

  return {
    renew() {
      retryMs = firstRetryMs;
      begin();
    },
    rest,
  };
}
