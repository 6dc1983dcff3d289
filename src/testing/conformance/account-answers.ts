import type { ClientEvent } from '#core/call/client-event.ts';
import { createAccounts } from '#core/registration/accounts.ts';
import { activeRegistrations, registrationStatuses } from '#core/registration/registration-status.ts';
import type { RegistrationStatus } from '#core/registration/registration-status.ts';
import { toUaConfiguration } from '#platform/sip-jssip/ua-configuration.ts';
import { createFakeKeptText } from '../fake-audio-devices.ts';
import { createFakeSignalling } from '../fake-signalling.ts';
import { aliceAtExample } from '../fake-softphone.ts';

interface Operated {
  readonly ops: readonly string[];
}

type RegistrationInput =
  | readonly string[]
  | { readonly ops?: readonly string[]; readonly statuses?: readonly RegistrationStatus[] };

/** A real account over a registrar that says yes. */
async function operate({ ops }: Operated) {
  const signalling = createFakeSignalling();
  const events: ClientEvent[] = [];
  const account = createAccounts({
    createSignalling: signalling.create,
    iceServers: [],
    kept: createFakeKeptText(),
    clock: { nowMs: () => 0, setTimer: () => () => undefined },
    publish: (event) => events.push(event),
    onUnsolicited: () => undefined,
    onSession: { onIncomingSession: () => undefined, onSessionEvent: () => undefined },
  });
  const signIn = () => {
    account.signIn(aliceAtExample);
    signalling.accountEvent({ kind: 'registered' });
  };
  const operations: Readonly<Record<string, () => unknown>> = {
    start: signIn,
    register: signIn,
    stop: () => account.signOut(),
    unregister: () => account.signOut(),
  };
  for (const name of ops) {
    const operation = operations[name];
    if (operation === undefined) throw new Error(`Unknown operation: ${name}`);
    await operation();
  }
  return { account, events };
}

export const accountAnswers = {
  async client_running(input: Operated) {
    const { account } = await operate(input);
    return account.signalling() !== null;
  },

  async registration(input: RegistrationInput) {
    if ('length' in input) {
      const known = new Set<string>(registrationStatuses);
      return input.every((name) => known.has(name)) ? 'as written' : registrationStatuses;
    }
    const { ops, statuses } = input;
    if (ops !== undefined) {
      const { events } = await operate({ ops });
      return events.findLast((event) => event.kind === 'RegistrationStatusChanged')?.status;
    }
    if (statuses !== undefined) {
      const registrations = statuses.map((status, index) => ({ registrationId: `r${index}`, status }));
      return activeRegistrations(registrations).length;
    }
    return toUaConfiguration(aliceAtExample, [], 'instance').register_expires;
  },
};
