import { assertNever } from '../shared/assert-never.ts';
import type { RegistrationState } from './registration-state.ts';

/** How long a registration is asked to last (RFC 3261 §10.2.1.1), in seconds; the registrar has the last word. Source: seed 1. */
export const defaultRegisterExpiresSec = 3600;

/** The states of a registration as client-core reports them. Source: seed 1, `RegistrationStatus`. */
export const registrationStatuses = ['Pending', 'Active', 'Failed', 'Expired', 'Cancelled'] as const;
/** One of `registrationStatuses`. */
export type RegistrationStatus = (typeof registrationStatuses)[number];

/** A registration of an address of record. */
export interface Registration {
  /** The address of record: `sip:alice@example.com`. */
  readonly registrationId: string;
  readonly status: RegistrationStatus;
}

/** What the account's state is called to the outside. A registration whose connection is lost has expired until it is renewed. */
export function registrationStatus(state: RegistrationState): RegistrationStatus {
  switch (state.status) {
    case 'connecting':
      return 'Pending';
    case 'registered':
      return 'Active';
    case 'reconnecting':
      return 'Expired';
    case 'failed':
      return 'Failed';
    case 'offline':
      return 'Cancelled';
    default:
      return assertNever(state);
  }
}

/** The registrations by which calls come in. Source: seed 1, `get_all_registrations`. */
export const activeRegistrations = (registrations: Iterable<Registration>): readonly Registration[] =>
  [...registrations].filter(({ status }) => status === 'Active');
