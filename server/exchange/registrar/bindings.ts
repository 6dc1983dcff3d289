import type { Clock } from '#core/shared/clock.ts';
import type { Param } from '../message/params.ts';
import { parseSipUri, type SipUri } from '../message/uri.ts';
import type { Flow } from '../transport/flow.ts';

/** One Contact of an address-of-record (RFC 3261 §10), and the flow over which it registered. */
export interface Binding {
  readonly user: string;
  readonly contactUri: string;
  /** Parameters of the Contact as written, without those that the registrar itself writes. */
  readonly params: readonly Param[];
  /** The instance id without brackets; null for a client that names none. */
  readonly instance: string | null;
  readonly flow: Flow;
  readonly callId: string;
  readonly cseq: number;
  readonly expiresAtMs: number;
}

/** The location service: who can be reached, and over which flow. */
export interface Bindings {
  /** Newest last. */
  readonly ofUser: (user: string) => readonly Binding[];
  /** The binding whose Contact has the same user, host and port, whoever's it is. JsSIP adds `;ob` in dialogs. */
  readonly ofContact: (uri: SipUri) => Binding | null;
  /** Adds a binding in place of those that it supersedes. */
  readonly save: (binding: Binding) => void;
  readonly remove: (binding: Binding) => void;
  /** A closed flow can reach nobody: its bindings go at once (RFC 5626 §5.3). */
  readonly removeFlow: (flow: Flow) => void;
  readonly size: () => number;
  /** Stops the expiry timers. */
  readonly close: () => void;
}

/** Whether `next` takes the place of `old`: the same Contact URI, or the same instance after a reload (RFC 5626 §6). */
export const supersedes = (next: Binding, old: Binding): boolean =>
  next.user === old.user &&
  (next.contactUri === old.contactUri || (next.instance !== null && next.instance === old.instance));

const isSameAddress = (left: SipUri | null, right: SipUri): boolean =>
  left !== null && left.user === right.user && left.host === right.host && left.port === right.port;

export function createBindings(clock: Clock): Bindings {
  const expiries = new Map<Binding, () => void>();
  const all = () => [...expiries.keys()];

  const remove = (binding: Binding) => {
    expiries.get(binding)?.();
    expiries.delete(binding);
  };

  return {
    ofUser: (user) => all().filter((binding) => binding.user === user),
    ofContact: (uri) => all().find(({ contactUri }) => isSameAddress(parseSipUri(contactUri), uri)) ?? null,
    save(binding) {
      for (const old of all()) if (supersedes(binding, old)) remove(old);
      const inMs = binding.expiresAtMs - clock.nowMs();
      expiries.set(
        binding,
        clock.setTimer(() => remove(binding), inMs),
      );
    },
    remove,
    removeFlow(flow) {
      for (const binding of all()) if (binding.flow === flow) remove(binding);
    },
    size: () => expiries.size,
    close() {
      for (const binding of all()) remove(binding);
    },
  };
}
