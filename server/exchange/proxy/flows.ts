import type { Flow } from '../transport/flow.ts';

/** The open flows, and who proved to be behind them. */
export interface Flows {
  readonly add: (flow: Flow) => void;
  readonly remove: (flow: Flow) => void;
  readonly byId: (id: string) => Flow | null;
  /** Whether some open flow was reached by that host name. */
  readonly isReachedAs: (host: string) => boolean;
  readonly prove: (flow: Flow) => void;
  /** Whether somebody authenticated over this flow. */
  readonly isProved: (flow: Flow) => boolean;
}

export function createFlows(): Flows {
  const open = new Map<string, Flow>();
  const proved = new WeakSet<Flow>();
  return {
    add: (flow) => void open.set(flow.id, flow),
    remove: (flow) => void open.delete(flow.id),
    byId: (id) => open.get(id) ?? null,
    isReachedAs: (host) => [...open.values()].some((flow) => flow.host === host),
    prove: (flow) => void proved.add(flow),
    isProved: (flow) => proved.has(flow),
  };
}
