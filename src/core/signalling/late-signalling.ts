import { PhoneError } from '../errors/phone-error.ts';
import { routeBySession } from './route-by-session.ts';
import type { CreateSignalling, SignallingPort } from './signalling-port.ts';

/**
 * Signalling whose stack is fetched for the first account that signs in, so that a page at which nobody has signed in
 * yet is there without it. A stack that cannot be had is `signalling/not-loaded` on that account.
 */
export function createLateSignalling(load: () => Promise<CreateSignalling>): CreateSignalling {
  return (account, iceServers, listener) => {
    let port: SignallingPort | null = null;
    let isLeaving = false;

    const begin = async (): Promise<void> => {
      listener.onAccountEvent({ kind: 'connecting' });
      let create: CreateSignalling;
      try {
        create = await load();
      } catch (error) {
        const detail = { code: 'signalling/not-loaded', details: String(error) } as const;
        if (!isLeaving) listener.onAccountEvent({ kind: 'registrationFailed', error: detail });
        return;
      }
      if (isLeaving) return;
      port = create(account, iceServers, listener);
      port.start();
    };

    return {
      ...routeBySession(() => (port === null ? [] : [port])),
      has: (sessionId) => port?.has(sessionId) ?? false,
      start: () => void begin(),
      async stop() {
        isLeaving = true;
        await port?.stop();
      },
      // Asked for when the account is registered: the port is there by then.
      subscribe: (...request) => port?.subscribe(...request) ?? (() => undefined),
      invite(targetUri, microphone) {
        if (port === null) throw new PhoneError({ code: 'call/not-registered' });
        return port.invite(targetUri, microphone);
      },
    };
  };
}
