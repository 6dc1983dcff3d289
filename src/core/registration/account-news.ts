import type { ClientEvent } from '../call/client-event.ts';
import type { AccountEvent } from '../signalling/signalling-port.ts';
import type { AccountState } from '../softphone-types.ts';
import { registrationStatus } from './registration-status.ts';

/** The id of an account's registration: its address of record. */
const registrationIdOf = ({ settings }: AccountState): string | null =>
  settings === null ? null : `sip:${settings.address}`;

/** What a change of the account is to the outside: the old registration is cancelled, the new one has a status, a failure says why. */
export function registrationNews(state: AccountState, previous: AccountState): readonly ClientEvent[] {
  const news: ClientEvent[] = [];
  const [id, before] = [registrationIdOf(state), registrationIdOf(previous)];
  const tell = (registrationId: string, status: ReturnType<typeof registrationStatus>) =>
    news.push({ kind: 'RegistrationStatusChanged', registrationId, status, priority: 'High' });

  if (before !== null && before !== id) tell(before, 'Cancelled');
  if (id === null) return news;
  const { registration } = state;
  const status = registrationStatus(registration);
  if (before !== id || registrationStatus(previous.registration) !== status) tell(id, status);
  if (registration.status === 'failed' && registration !== previous.registration) {
    news.push({ kind: 'ClientError', callId: null, error: registration.error, priority: 'High' });
  }
  return news;
}

/** Tells when the connection comes and goes. JsSIP says `disconnected` after every attempt: the first of them is news. */
export function createConnectionNews(publish: (event: ClientEvent) => void): (event: AccountEvent) => void {
  let isConnected: boolean | null = null;
  return (event) => {
    if (event.kind !== 'connected' && event.kind !== 'disconnected') return;
    const connected = event.kind === 'connected';
    if (connected === isConnected) return;
    isConnected = connected;
    const reason = event.kind === 'disconnected' ? event.error.code : null;
    publish({ kind: 'NetworkEvent', connected, reason, priority: connected ? 'Normal' : 'High' });
  };
}
