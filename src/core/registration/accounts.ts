import { checkAccountSettings } from '../config/account-settings.ts';
import type { ClientEvent } from '../call/client-event.ts';
import type { AccountSettings, IceServer } from '../config/phone-config.ts';
import { asAccountId, type AccountId, type SessionId } from '../shared/ids.ts';
import type { Clock } from '../shared/clock.ts';
import type { KeptText } from '../shared/kept-text.ts';
import { createStore, type ReadonlyStore } from '../shared/store.ts';
import { routeBySession, type SessionSignalling } from '../signalling/route-by-session.ts';
import type { IncomingSession } from '../signalling/session.ts';
import type { EventPackage, Subscribe } from '../signalling/subscription.ts';
import type {
  AccountEvent,
  CreateSignalling,
  SignallingListener,
  SignallingPort,
} from '../signalling/signalling-port.ts';
import { createConnectionNews, registrationNews } from './account-news.ts';
import { accountIdOf, nobody, type AccountState, type AccountsState } from './account-state.ts';
import { transitionRegistration } from './registration-state.ts';

/** What the accounts need from outside. */
export interface AccountsDeps {
  readonly createSignalling: CreateSignalling;
  readonly iceServers: readonly IceServer[];
  /** Where the choice of an account is remembered. */
  readonly kept: KeptText;
  readonly clock: Clock;
  /** Is told of the registrations and the connections, after the store shows them. */
  readonly publish: (event: ClientEvent) => void;
  /** Hears of sessions, which know their account; account events stay here. */
  readonly onSession: Omit<SignallingListener, 'onAccountEvent' | 'onUnsolicited'>;
  /** A NOTIFY came by an account that did not ask for it. */
  readonly onUnsolicited: (accountId: AccountId, event: EventPackage, body: string) => void;
}

/** The person's accounts, each with a signalling of its own: who is signed in, and whether calls can reach them. */
export interface Accounts {
  readonly store: ReadonlyStore<AccountsState>;
  /** The signalling of every session; null when nobody is signed in. */
  readonly signalling: () => SessionSignalling | null;
  /** Opens a session by an account. Null when it has left. */
  readonly invite: (accountId: AccountId, ...args: Parameters<SignallingPort['invite']>) => SessionId | null;
  /** Watches by an account. Does nothing when it has left. */
  readonly subscribe: (accountId: AccountId, ...args: Parameters<Subscribe>) => ReturnType<Subscribe>;
  /** Signs in one more; an account that is there already signs in anew. Throws PhoneError `account/*` or `signalling/invalid-server`. */
  readonly signIn: (settings: AccountSettings) => AccountId;
  /** Of one account; of all without an id. Resolves when the registrars know. Never rejects. */
  readonly signOut: (accountId?: AccountId) => Promise<void>;
  /** Chooses by which account calls go out. */
  readonly choose: (accountId: AccountId) => void;
}

/** Makes them, all signed out. */
export function createAccounts({
  createSignalling,
  iceServers,
  kept,
  clock,
  publish,
  onSession,
  onUnsolicited,
}: AccountsDeps): Accounts {
  const chosen = kept.read();
  const store = createStore<AccountsState>({
    ...nobody,
    chosenId: chosen === null ? null : asAccountId(chosen),
  });
  const ports = new Map<AccountId, SignallingPort>();
  const sessions = routeBySession(() => ports.values());

  store.subscribe((state, previous) => {
    for (const event of registrationNews(state.accounts, previous.accounts)) publish(event);
  });

  const put = (account: AccountState): void =>
    store.setState((state) => ({
      ...state,
      accounts: new Map(state.accounts).set(account.accountId, account),
    }));

  const advance = (accountId: AccountId, event: AccountEvent): void => {
    const account = store.getState().accounts.get(accountId);
    if (account === undefined) return;
    const registration = transitionRegistration(account.registration, event, clock.nowMs());
    if (registration !== account.registration) put({ ...account, registration });
  };

  const leave = async (accountId: AccountId): Promise<void> => {
    const leaving = ports.get(accountId);
    if (leaving === undefined) return;
    ports.delete(accountId);
    store.setState((state) => {
      const accounts = new Map(state.accounts);
      accounts.delete(accountId);
      return { ...state, accounts };
    });
    await leaving.stop();
  };

  return {
    store,
    signalling: () => (ports.size === 0 ? null : sessions),
    invite: (accountId, ...args) => ports.get(accountId)?.invite(...args) ?? null,
    subscribe: (accountId, ...args) => ports.get(accountId)?.subscribe(...args) ?? (() => undefined),
    async signOut(accountId) {
      const leaving = accountId === undefined ? [...ports.keys()] : [accountId];
      await Promise.all(leaving.map(leave));
    },
    signIn(given) {
      const settings = checkAccountSettings(given);
      const accountId = accountIdOf(settings);
      void leave(accountId);
      const tellConnection = createConnectionNews(accountId, publish);
      const signalling: SignallingPort = createSignalling(settings, iceServers, {
        onSessionEvent: onSession.onSessionEvent,
        onUnsolicited: (...notified) => onUnsolicited(accountId, ...notified),
        onIncomingSession: (session: IncomingSession) =>
          onSession.onIncomingSession({ ...session, accountId }),
        // The same account, signed in before, may still be leaving; its news is not ours.
        onAccountEvent: (event) => {
          if (ports.get(accountId) !== signalling) return;
          advance(accountId, event);
          tellConnection(event);
        },
      });
      ports.set(accountId, signalling);
      put({ accountId, settings, registration: { status: 'connecting', error: null } });
      signalling.start();
      return accountId;
    },
    choose(accountId) {
      kept.write(accountId);
      store.setState((state) => ({ ...state, chosenId: accountId }));
    },
  };
}
