import { PhoneError } from '../errors/phone-error.ts';
import type { SessionId } from '../shared/ids.ts';
import type { SignallingPort } from './signalling-port.ts';

/** What is done with sessions, whichever account they belong to. */
export type SessionSignalling = Omit<SignallingPort, 'start' | 'stop' | 'invite' | 'has' | 'subscribe'>;

/** One door to the sessions of several accounts: every command goes to the signalling that has the session. */
export function routeBySession(ports: () => Iterable<SignallingPort>): SessionSignalling {
  const find = (sessionId: SessionId): SignallingPort | null => {
    for (const port of ports()) if (port.has(sessionId)) return port;
    return null;
  };
  const ended = (): Promise<never> => Promise.reject(new PhoneError({ code: 'call/ended' }));

  return {
    accept: (sessionId, microphone) => find(sessionId)?.accept(sessionId, microphone),
    reject: (sessionId, sipCode, reason) => find(sessionId)?.reject(sessionId, sipCode, reason),
    redirect: (sessionId, targetUri) => find(sessionId)?.redirect(sessionId, targetUri),
    setMuted: (sessionId, muted) => find(sessionId)?.setMuted(sessionId, muted),
    replaceMicrophone: (sessionId, ...sound) => find(sessionId)?.replaceMicrophone(sessionId, ...sound),
    hold: (sessionId) => find(sessionId)?.hold(sessionId) ?? ended(),
    resume: (sessionId) => find(sessionId)?.resume(sessionId) ?? ended(),
    sendDtmf: (sessionId, ...digits) => find(sessionId)?.sendDtmf(sessionId, ...digits) ?? ended(),
    transfer: (sessionId, targetUri, replaces) =>
      find(sessionId)?.transfer(sessionId, targetUri, replaces) ?? ended(),
    readCounters: async (sessionId) => find(sessionId)?.readCounters(sessionId) ?? null,
    acceptTransfer: (sessionId, microphone) => find(sessionId)?.acceptTransfer(sessionId, microphone) ?? null,
    declineTransfer: (sessionId) => find(sessionId)?.declineTransfer(sessionId),
    hangUp: (sessionId) => find(sessionId)?.hangUp(sessionId),
  };
}
