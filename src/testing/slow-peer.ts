import { PhoneError } from '#core/errors/phone-error.ts';
import type { SessionId } from '#core/shared/ids.ts';
import type { SessionEvent } from '#core/signalling/session.ts';

/** A peer that agrees or refuses when the test says so. */
export function createSlowPeer(tell: (sessionId: SessionId, event: SessionEvent) => void) {
  const asked: ((agrees: boolean) => void)[] = [];
  const ask = (sessionId: SessionId, event: SessionEvent): Promise<void> =>
    new Promise((resolve, reject) => {
      asked.push((agrees) => {
        if (!agrees) {
          reject(new PhoneError({ code: 'call/refused-by-peer' }));
          return;
        }
        tell(sessionId, event);
        resolve();
      });
    });
  const hold = (onHold: boolean) => (sessionId: SessionId) =>
    ask(sessionId, { kind: 'holdChanged', originator: 'local', onHold });
  return {
    answer: (agrees: boolean) => asked.shift()?.(agrees),
    port: {
      hold: hold(true),
      resume: hold(false),
      sendDtmf: (sessionId: SessionId) => ask(sessionId, { kind: 'confirmed' }),
      transfer: (sessionId: SessionId) => ask(sessionId, { kind: 'transferProgressed', status: 'Accepted' }),
    },
  };
}
