import type { ClientEvent } from '../call/client-event.ts';
import type { AccountId } from '../shared/ids.ts';
import type { AccountEvent } from '../signalling/signalling-port.ts';
import type { AccountsState } from './account-state.ts';
import { registrationStatus, type RegistrationStatus } from './registration-status.ts';

type AccountMap = AccountsState['accounts'];

/** What a change of the accounts is to the outside: a registration that has gone is cancelled, a new one has a status, a failure says why. */
export function registrationNews(accounts: AccountMap, previous: AccountMap): readonly ClientEvent[] {
  const news: ClientEvent[] = [];
  const tell = (accountId: AccountId, status: RegistrationStatus) =>
    news.push({
      kind: 'RegistrationStatusChanged',
      registrationId: `sip:${accountId}`,
      status,
      priority: 'High',
    });

  for (const accountId of previous.keys()) if (!accounts.has(accountId)) tell(accountId, 'Cancelled');
  for (const [accountId, { registration }] of accounts) {
    const before = previous.get(accountId)?.registration;
    const status = registrationStatus(registration);
    if (before === undefined || registrationStatus(before) !== status) tell(accountId, status);
    if (registration.status === 'failed' && registration !== before) {
      news.push({ kind: 'ClientError', callId: null, error: registration.error, priority: 'High' });
    }
  }
  return news;
}

/** Tells when the connection of an account comes and goes. JsSIP says `disconnected` after every attempt: the first of them is news. */
export function createConnectionNews(
  accountId: AccountId,
  publish: (event: ClientEvent) => void,
): (event: AccountEvent) => void {
  let isConnected: boolean | null = null;
  return (event) => {
    if (event.kind !== 'connected' && event.kind !== 'disconnected') return;
    const connected = event.kind === 'connected';
    if (connected === isConnected) return;
    isConnected = connected;
    const reason = event.kind === 'disconnected' ? event.error.code : null;
    publish({ kind: 'NetworkEvent', accountId, connected, reason, priority: connected ? 'Normal' : 'High' });
  };
}
