import type { PhoneErrorDetail } from '../errors/phone-error.ts';
import type { AccountEvent } from '../signalling/signalling-port.ts';
import { assertNever } from '../shared/assert-never.ts';

/**
 * Whether calls can reach the person.
 *
 * ```
 *  offline ──start──► connecting ──registered──► registered
 *     ▲                  │    ▲                     │
 *     │                  │    └──────connected──────┤ disconnected
 *     │                  │                          ▼
 *     └──stop (any)      └─registrationFailed─► failed    reconnecting ──registered──► registered
 * ```
 */
export type RegistrationState =
  | { readonly status: 'offline' }
  | { readonly status: 'connecting'; readonly error: PhoneErrorDetail | null }
  | { readonly status: 'registered' }
  | { readonly status: 'reconnecting'; readonly sinceMs: number; readonly error: PhoneErrorDetail }
  | { readonly status: 'failed'; readonly error: PhoneErrorDetail };

/** The next state. Pure and total: an event that changes nothing returns the same state. */
export function transitionRegistration(
  state: RegistrationState,
  event: AccountEvent,
  nowMs: number,
): RegistrationState {
  switch (event.kind) {
    case 'connecting':
      return state.status === 'offline' || state.status === 'failed'
        ? { status: 'connecting', error: null }
        : state;
    case 'connected':
      return state;
    case 'registered':
      return { status: 'registered' };
    case 'disconnected':
      if (state.status === 'registered')
        return { status: 'reconnecting', sinceMs: nowMs, error: event.error };
      if (state.status === 'connecting') return { status: 'connecting', error: event.error };
      return state;
    case 'registrationFailed':
      return { status: 'failed', error: event.error };
    case 'unregistered':
      return { status: 'offline' };
    default:
      return assertNever(event);
  }
}
