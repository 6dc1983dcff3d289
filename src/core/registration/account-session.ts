import { checkAccountSettings } from '../config/account-settings.ts';
import type { ClientEvent } from '../call/client-event.ts';
import type { AccountSettings, IceServer } from '../config/phone-config.ts';
import type { Clock } from '../shared/clock.ts';
import { createStore, type ReadonlyStore } from '../shared/store.ts';
import type {
  AccountEvent,
  CreateSignalling,
  SignallingListener,
  SignallingPort,
} from '../signalling/signalling-port.ts';
import type { AccountState } from '../softphone-types.ts';
import { createConnectionNews, registrationNews } from './account-news.ts';
import { transitionRegistration } from './registration-state.ts';

/** What the account needs from outside. */
export interface AccountSessionDeps {
  readonly createSignalling: CreateSignalling;
  readonly iceServers: readonly IceServer[];
  readonly clock: Clock;
  /** Is told of the registration and the connection, after the store shows them. */
  readonly publish: (event: ClientEvent) => void;
  /** Hears of sessions; account events stay here. */
  readonly onSession: Omit<SignallingListener, 'onAccountEvent'>;
}

/** The person's account: who is signed in, by which signalling, and whether calls can reach them. */
export interface AccountSession {
  readonly store: ReadonlyStore<AccountState>;
  /** The signalling of whoever is signed in; null when nobody is. */
  readonly signalling: () => SignallingPort | null;
  readonly signIn: (settings: AccountSettings) => void;
  readonly signOut: () => Promise<void>;
}

const signedOut: AccountState = { settings: null, registration: { status: 'offline' } };

/** Makes the account, signed out. */
export function createAccountSession({
  createSignalling,
  iceServers,
  clock,
  publish,
  onSession,
}: AccountSessionDeps): AccountSession {
  const store = createStore<AccountState>(signedOut);
  let current: SignallingPort | null = null;

  store.subscribe((state, previous) => {
    for (const event of registrationNews(state, previous)) publish(event);
  });

  const advance = (event: AccountEvent): void =>
    store.setState((state) => {
      const registration = transitionRegistration(state.registration, event, clock.nowMs());
      return registration === state.registration ? state : { ...state, registration };
    });

  const signOut = async (): Promise<void> => {
    const leaving = current;
    current = null;
    store.setState(signedOut);
    await leaving?.stop();
  };

  return {
    store,
    signalling: () => current,
    signOut,
    signIn(settings) {
      const checked = checkAccountSettings(settings);
      void signOut();
      const tellConnection = createConnectionNews(publish);
      const signalling: SignallingPort = createSignalling(checked, iceServers, {
        ...onSession,
        // Whoever was signed in before may still be leaving; their news is not ours.
        onAccountEvent: (event) => {
          if (current !== signalling) return;
          advance(event);
          tellConnection(event);
        },
      });
      current = signalling;
      store.setState({ settings: checked, registration: { status: 'connecting', error: null } });
      signalling.start();
    },
  };
}
