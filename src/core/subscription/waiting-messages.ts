import type { AccountId } from '../shared/ids.ts';
import { createStore, type ReadonlyStore } from '../shared/store.ts';
import { domainOf } from '../signalling/sip-target.ts';
import { keepSubscribed, type KeptSubscription } from './keep-subscribed.ts';
import type { WatchDeps } from './watch-deps.ts';
import { parseMessageSummary, type MessageSummary } from './message-summary.ts';

/** What waits for the person, by account; of an account whose server tells nothing there is no entry. */
export type WaitingMessages = ReadonlyMap<AccountId, MessageSummary>;

/** The message-waiting lamps (RFC 3842). */
export interface MessageWaiting {
  readonly store: ReadonlyStore<WaitingMessages>;
  /** A server told it without being asked. */
  readonly hear: (accountId: AccountId, body: string) => void;
}

/** Watches the voicemail of every account that is registered. */
export function watchWaitingMessages({ accounts, subscribe, clock }: WatchDeps): MessageWaiting {
  const store = createStore<WaitingMessages>(new Map());
  const watched = new Map<AccountId, KeptSubscription>();

  const put = (accountId: AccountId, summary: MessageSummary | null): void => {
    if (summary === null && !store.getState().has(accountId)) return;
    const next = new Map(store.getState());
    next.delete(accountId);
    if (summary !== null) next.set(accountId, summary);
    store.setState(next);
  };

  /** What is no summary changes nothing: the lamp tells the last thing that the server said. */
  const hear = (accountId: AccountId, body: string): void => {
    const summary = parseMessageSummary(body, domainOf(accountId));
    if (summary !== null && accounts.getState().accounts.has(accountId)) put(accountId, summary);
  };

  const watch = (accountId: AccountId): KeptSubscription =>
    keepSubscribed({
      clock,
      subscribe: (listener) =>
        subscribe(accountId, { event: 'message-summary', targetUri: `sip:${accountId}` }, listener),
      onBody: (body) => hear(accountId, body),
      // What was said of the messages is true until it is said otherwise.
      onUnknown: () => undefined,
    });

  accounts.subscribe(({ accounts: now }, { accounts: before }) => {
    for (const accountId of before.keys()) {
      if (now.has(accountId)) continue;
      watched.get(accountId)?.rest();
      watched.delete(accountId);
      put(accountId, null);
    }
    for (const [accountId, { registration }] of now) {
      const was = before.get(accountId)?.registration.status;
      if (registration.status === was) continue;
      const kept = watched.get(accountId) ?? watch(accountId);
      watched.set(accountId, kept);
      if (registration.status === 'registered') kept.renew();
      else kept.rest();
    }
  });

  return { store, hear };
}
