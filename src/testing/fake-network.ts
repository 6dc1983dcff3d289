import { PhoneError, type PhoneErrorCode } from '#core/errors/phone-error.ts';
import type { CandidateType } from '#core/media/candidate-types.ts';
import type { NetworkPort } from '#core/phone-check/network-port.ts';

/** A network that a test closes. */
export interface FakeNetwork extends NetworkPort {
  /** Servers that cannot be reached, and why. */
  readonly closed: Map<string, PhoneErrorCode>;
  readonly setPageReachable: (isReachable: boolean) => void;
  /** What is gathered from now on; at first what is wanted. */
  readonly give: (types: readonly CandidateType[]) => void;
  /** Whom it was asked to reach. */
  readonly reached: readonly string[];
}

export function createFakeNetwork(): FakeNetwork {
  const closed = new Map<string, PhoneErrorCode>();
  const reached: string[] = [];
  let isPageReachable = true;
  let given: readonly CandidateType[] | null = null;
  return {
    closed,
    reached,
    setPageReachable(isReachable) {
      isPageReachable = isReachable;
    },
    give(types) {
      given = types;
    },
    isPageReachable: () => Promise.resolve(isPageReachable),
    reach(server) {
      reached.push(server);
      const code =
        closed.get(server) ?? (/^wss?:\/\/[^[]+$/i.test(server) ? null : 'signalling/insecure-server');
      return code === null ? Promise.resolve() : Promise.reject(new PhoneError({ code, details: server }));
    },
    gather: (_, wanted) => Promise.resolve(given ?? wanted),
  };
}
