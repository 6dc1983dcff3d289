import type { UA } from 'jssip';
import type { PhoneErrorDetail } from '#core/errors/phone-error.ts';
import type { AccountEvent } from '#core/signalling/signalling-port.ts';
import { toRegistrationError } from './registration-errors.ts';

/** How long leaving may take: the un-REGISTER needs one round trip, two when it is challenged. */
const stopTimeoutMs = 1500;

/** Translates JsSIP's account events, and leaves in good manners. */
export interface AccountEvents {
  readonly onSocketFailure: (error: PhoneErrorDetail) => void;
  readonly observe: (ua: UA) => void;
  /** Un-registers and stops the UA. Resolves when the registrar has answered, or the connection is gone, or it took too long. */
  readonly stop: (ua: UA) => Promise<void>;
}

/** Makes the account's translator. */
export function observeAccount(emit: (event: AccountEvent) => void): AccountEvents {
  let socketError: PhoneErrorDetail = { code: 'signalling/server-unreachable' };
  let stopping: Promise<void> | null = null;
  let leaving = false;

  /** Whatever the UA still reports on its way out is no news to somebody who has left. */
  const tell = (event: AccountEvent): void => {
    if (!leaving) emit(event);
  };

  // JsSIP's `unregistered` also comes with a lost connection, which is `disconnected` and comes back by itself.
  const observe = (ua: UA): void => {
    ua.on('connecting', () => tell({ kind: 'connecting' }));
    ua.on('connected', () => tell({ kind: 'connected' }));
    ua.on('disconnected', () => tell({ kind: 'disconnected', error: socketError }));
    ua.on('registered', () => tell({ kind: 'registered' }));
    ua.on('registrationFailed', ({ response, cause }) => {
      // A connection that broke in the middle is reported as `disconnected`.
      if (String(cause) === 'Connection Error') return;
      tell({ kind: 'registrationFailed', error: toRegistrationError(response, String(cause)) });
    });
  };

  const leave = async (ua: UA): Promise<void> => {
    leaving = true;
    const gone = new Promise<void>((resolve) => {
      ua.on('unregistered', () => resolve());
      ua.on('disconnected', () => resolve());
      setTimeout(resolve, stopTimeoutMs);
      if (!ua.isRegistered()) resolve();
    });
    ua.stop();
    await gone;
    emit({ kind: 'unregistered' });
  };

  return {
    onSocketFailure: (error) => {
      socketError = error;
    },
    observe,
    stop: (ua) => (stopping ??= leave(ua)),
  };
}
