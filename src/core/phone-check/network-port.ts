import type { IceServer } from '../config/phone-config.ts';
import type { CandidateType } from '../media/candidate-types.ts';

/** Tries the ways that a call needs. Nothing that it opens outlives its answer, and no call notices. */
export interface NetworkPort {
  /** Whether the server that the page came from answers. Never rejects. */
  readonly isPageReachable: () => Promise<boolean>;
  /**
   * Opens a connection of SIP over WebSocket (RFC 7118), and closes it. Rejects with `signalling/insecure-server` or
   * `signalling/server-unreachable`.
   */
  readonly reach: (server: string) => Promise<void>;
  /**
   * Gathers candidates as a call does, until all that are wanted are there, at most for some seconds. Resolves with the
   * types that came; with none where the browser gathers nothing. Never rejects.
   */
  readonly gather: (
    iceServers: readonly IceServer[],
    wanted: readonly CandidateType[],
  ) => Promise<readonly CandidateType[]>;
}
