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
/** What is granted for longer JsSIP renews 5 s before its end, or earlier. */
const shortSec = 10;
/** What is granted for less is renewed that seldom all the same, or it was lost and is subscribed to anew. */
const shortestPauseMs = 2000;
/** JsSIP's own codes, whose enum exists in its types only: a final response other than 2xx, and one to the credentials. */
const refusals: readonly number[] = [2, 4];

interface JssipServerRequest {
  readonly reply: (sipCode: number) => void;
}

/**
 * Renews what was granted for a short time in the middle of it. JsSIP 3.13 does so 5 s before its end: at once, and again with
 * each answer, where a server grants 5 s or less. Returns what ends it: JsSIP would renew what was ended, too, unless the server
 * has a last word.
 */
function renewInTime(subscriber: JssipSubscriber): () => void {
  const schedule = Reflect.get(subscriber, '_scheduleSubscribe') as (expiresSec: number) => void;
  const cancel = () => {
    const timer = Reflect.get(subscriber, '_expires_timer') as ReturnType<typeof setTimeout> | null;
    clearTimeout(timer ?? undefined);
  };
  let isEnded = false;
  Reflect.set(subscriber, '_scheduleSubscribe', (grantedSec: number) => {
    if (isEnded) return;
    schedule.call(subscriber, grantedSec);
    if (grantedSec >= shortSec) return;
    cancel();
    const pauseMs = Math.max(shortestPauseMs, (grantedSec * 1000) / 2);
    Reflect.set(
      subscriber,
      '_expires_timer',
      setTimeout(() => subscriber.subscribe(), pauseMs),
    );
  });
  return () => {
    isEnded = true;
    cancel();
  };
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
    const stopRenewing = renewInTime(subscriber);
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
      stopRenewing();
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
