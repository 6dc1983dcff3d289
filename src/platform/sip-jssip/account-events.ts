import type { UA } from 'jssip';
import type { PhoneErrorDetail } from '#core/errors/phone-error.ts';
import type { AccountEvent } from '#core/signalling/signalling-port.ts';
import type { EndDelivery } from './end-delivery.ts';
import { registerAgain } from './register-again.ts';
import { toRegistrationError } from './registration-errors.ts';

/** How long leaving may take: the un-REGISTER needs one round trip, two when it is challenged. */
const stopTimeoutMs = 1500;

/** Whether a REGISTER waits for its answer. JsSIP takes back a binding that it has, and not one that it is about to have. */
const isRegistering = (ua: UA): boolean => Reflect.get(ua.registrator(), '_registering') === true;

/** Resolves with the first of these, or when leaving has taken too long. */
const firstOf = (
  ua: UA,
  ...names: readonly ('registered' | 'registrationFailed' | 'unregistered' | 'disconnected')[]
) =>
  new Promise<void>((resolve) => {
    for (const name of names) ua.on(name, () => resolve());
    setTimeout(resolve, stopTimeoutMs);
  });

/** Translates JsSIP's account events, and leaves in good manners. */
export interface AccountEvents {
  readonly onSocketFailure: (error: PhoneErrorDetail) => void;
  readonly observe: (ua: UA) => void;
  /**
   * Ends the calls, un-registers and stops the UA. Resolves when the registrar has answered, or the connection is gone, or it
   * took too long. Far ends that cannot be told now that their call is over are told afterwards, as soon as there is a
   * connection (RFC 3261 §15); `onUndelivered` hears that it did not come in time.
   */
  readonly stop: (ua: UA, ends: EndDelivery, onUndelivered: () => void) => Promise<void>;
}

/** Makes the account's translator. */
export function observeAccount(emit: (event: AccountEvent) => void): AccountEvents {
  let socketError: PhoneErrorDetail = { code: 'signalling/server-unreachable' };
  let stopping: Promise<void> | null = null;
  let hasLeft = false;
  let stopRegistering = (): void => undefined;

  /** Whatever the UA still reports on its way out is no news to somebody who has left. */
  const tell = (event: AccountEvent): void => {
    if (!hasLeft) emit(event);
  };

  // JsSIP's `unregistered` also comes with a lost connection, which is `disconnected` and comes back by itself.
  const observe = (ua: UA): void => {
    stopRegistering = registerAgain(ua);
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

  const stopUa = async (ua: UA, ends: EndDelivery, onUndelivered: () => void): Promise<void> => {
    if (ends.isOpen()) {
      ua.unregister();
      if (!(await ends.leave())) onUndelivered();
    }
    ua.stop();
  };

  const leave = async (...leaving: Parameters<AccountEvents['stop']>): Promise<void> => {
    const [ua] = leaving;
    hasLeft = true;
    stopRegistering();
    ua.terminateSessions();
    if (isRegistering(ua) && !ua.isRegistered()) {
      await firstOf(ua, 'registered', 'registrationFailed', 'disconnected');
    }
    const gone = ua.isRegistered() ? firstOf(ua, 'unregistered', 'disconnected') : Promise.resolve();
    void stopUa(...leaving);
    await gone;
    emit({ kind: 'unregistered' });
  };

  return {
    onSocketFailure: (error) => {
      socketError = error;
    },
    observe,
    stop: (...leaving) => (stopping ??= leave(...leaving)),
  };
}
