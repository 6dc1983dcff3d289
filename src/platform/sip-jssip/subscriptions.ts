import type { UA } from 'jssip';
import type { IncomingRequest } from 'jssip/lib/SIPMessage';
import type { EventPackage, Subscribe, SubscriptionEvent } from '#core/signalling/subscription.ts';

/** In which form a package's state is wanted. */
const accepted: Readonly<Record<EventPackage, string>> = {
  'message-summary': 'application/simple-message-summary',
  dialog: 'application/dialog-info+xml',
};

/** What JsSIP's types leave out: its own for events do not fit the version of the types that it asks for. */
interface JssipSubscriber {
  readonly subscribe: () => void;
  readonly terminate: () => void;
  readonly on: {
    (name: 'accepted', listener: () => void): unknown;
    (name: 'notify', listener: (isFinal: boolean, request: IncomingRequest, body?: string) => void): unknown;
    (name: 'terminated', listener: (code: number, reason?: string, retryAfterSec?: number) => void): unknown;
  };
}

const expiresSec = 3600;
/** JsSIP's own codes, whose enum exists in its types only: a final response other than 2xx, and one to the credentials. */
const refusals: readonly number[] = [2, 4];

interface JssipServerRequest {
  readonly reply: (sipCode: number) => void;
}

/** The subscriptions of one account. */
export interface Subscriptions {
  readonly subscribe: Subscribe;
  /** Ends all of them. */
  readonly endAll: () => void;
}

/**
 * Makes them over a UA, which renews them by itself. A phone watches others and is not watched: it says so. `onUnsolicited`
 * hears the NOTIFYs that nobody subscribed to.
 */
export function createSubscriptions(
  ua: UA,
  onUnsolicited: (event: EventPackage, body: string) => void,
): Subscriptions {
  const open = new Set<() => void>();

  // JsSIP would leave the one who asks without an answer.
  ua.on('newSubscribe', ({ request }) => (request as unknown as JssipServerRequest).reply(489));
  ua.on('sipEvent', ({ request }: { readonly request: IncomingRequest }) => {
    const event = /^[^;\s]*/.exec(request.getHeader('Event')?.trim().toLowerCase() ?? '')?.[0];
    if (event === 'message-summary' || event === 'dialog') onUnsolicited(event, request.body ?? '');
  });

  const subscribe: Subscribe = ({ event, targetUri }, listener) => {
    // Typed as needing a body's type, which only a SUBSCRIBE with a body has.
    const options = { expires: expiresSec } as Parameters<UA['subscribe']>[3];
    const subscriber = ua.subscribe(targetUri, event, accepted[event], options) as unknown as JssipSubscriber;
    let isAccepted = false;
    let isSent = false;
    let isOver = false;
    const tell = (news: SubscriptionEvent) => {
      if (!isOver) listener(news);
    };
    const end = () => {
      if (isOver) return;
      isOver = true;
      open.delete(end);
      if (isSent) subscriber.terminate();
    };
    subscriber.on('accepted', () => {
      isAccepted = true;
    });
    subscriber.on('notify', (_isFinal, _request, body) => tell({ kind: 'notified', body: body ?? '' }));
    subscriber.on('terminated', (code, _reason, retryAfterSec) => {
      // One that had been taken is only lost: the server may have forgotten it.
      const isRefused = !isAccepted && refusals.includes(code);
      tell(isRefused ? { kind: 'refused' } : { kind: 'ended', retryAfterSec: toSeconds(retryAfterSec) });
      isOver = true;
      open.delete(end);
    });
    open.add(end);
    // Without a connection JsSIP fails at once, and the caller has not got its way out yet.
    queueMicrotask(() => {
      if (isOver) return;
      isSent = true;
      subscriber.subscribe();
    });
    return end;
  };

  return {
    subscribe,
    endAll() {
      for (const end of open) end();
    },
  };
}

const toSeconds = (given: number | undefined): number | null =>
  given === undefined || !Number.isFinite(given) || given < 0 ? null : given;
