import type { AccountSettings } from '#core/config/phone-config.ts';
import type { AudioSource } from '#core/media/audio-source.ts';
import type { SessionId } from '#core/shared/ids.ts';
import type { IncomingSession, SessionEvent } from '#core/signalling/session.ts';
import type { AccountEvent, CreateSignalling, SignallingPort } from '#core/signalling/signalling-port.ts';

/** A server for `localhost` with the demo accounts and the name `busy`, and phones to reach it with. */
export interface SignallingStage {
  readonly create: CreateSignalling;
  readonly serverUrl: string;
  /** Nobody answers here. */
  readonly unreachableUrl: string;
  readonly openMicrophone: () => AudioSource;
  /** Breaks every connection to the server, and lets none be opened until it comes back. */
  readonly goAway: () => void;
  readonly comeBack: () => void;
}

/** One account's signalling, with everything that it has said. */
export interface Phone {
  readonly port: SignallingPort;
  readonly accountEvents: readonly AccountEvent[];
  readonly incoming: readonly IncomingSession[];
  readonly eventsOf: (sessionId: SessionId) => readonly SessionEvent[];
}

/** Makes a phone for one of the demo accounts. It is not started. */
export function openPhone(
  { create, serverUrl }: SignallingStage,
  user: string,
  { password = `${user}-demo`, server = serverUrl } = {},
): Phone {
  const accountEvents: AccountEvent[] = [];
  const incoming: IncomingSession[] = [];
  const sessionEvents: { readonly sessionId: SessionId; readonly event: SessionEvent }[] = [];
  const account: AccountSettings = {
    address: `${user}@localhost`,
    displayName: user.toUpperCase(),
    credentials: { kind: 'password', password },
    servers: [server],
  };
  const port = create(account, [], {
    onAccountEvent: (event) => accountEvents.push(event),
    onIncomingSession: (session) => incoming.push(session),
    onSessionEvent: (sessionId, event) => sessionEvents.push({ sessionId, event }),
  });
  const eventsOf = (sessionId: SessionId) =>
    sessionEvents.filter((noted) => noted.sessionId === sessionId).map(({ event }) => event);
  return { port, accountEvents, incoming, eventsOf };
}
