import type { Clock } from '#core/shared/clock.ts';
import type { IncomingResponse } from '../message/envelope.ts';
import { withoutFirst, type Header, type SipRequest, type SipResponse } from '../message/message.ts';
import { respond } from '../message/respond.ts';
import type { ClientTransaction } from '../transaction/client-transaction.ts';
import type { ServerTransaction } from '../transaction/server-transaction.ts';
import type { Transactions } from '../transaction/table.ts';
import type { Flow } from '../transport/flow.ts';
import { chooseBest } from './best-response.ts';
import type { Followed } from './redirections.ts';

export interface ResponseContextDeps {
  readonly transactions: Pick<Transactions, 'send'>;
  readonly clock: Clock;
  readonly ringingMs: number;
  readonly createTag: () => string;
}

interface Branch {
  client: ClientTransaction | null;
  /** The refusal of this branch; null while it is open. */
  final: SipResponse | null;
  cancelTimerC: () => void;
}

const answeredElsewhere: readonly Header[] = [
  { name: 'Reason', value: 'SIP;cause=200;text="Call completed elsewhere"' },
];

/** The request as one place gets it. */
export interface Forward {
  readonly request: SipRequest;
  readonly flow: Flow;
}

/**
 * Forwards one request to several places at once and answers it with the best of their responses (RFC 3261 §16.7).
 * The first 2xx goes to the caller at once and cancels the others; a place that cannot be reached counts as 480, so
 * that a caller whose only callee closed the page hears so immediately. Where `follow` knows more places of a
 * redirection they are tried in its stead.
 */
export function forkRequest(
  server: ServerTransaction,
  forwards: readonly Forward[],
  deps: ResponseContextDeps,
  follow: (redirection: SipResponse) => Followed<Forward> = () => ({ kind: 'leftToCaller' }),
): void {
  const { request } = server.incoming;
  const isInvite = request.method === 'INVITE';
  const newBranch = (): Branch => ({ client: null, final: null, cancelTimerC() {} });
  const branches: Branch[] = forwards.map(newBranch);
  let givenUp: readonly Header[] | null = null;

  const own = (status: number) => respond(request.headers, status, { toTag: deps.createTag() });
  const cancelOpen = (headers: readonly Header[]) => {
    givenUp ??= headers;
    if (!isInvite) return;
    for (const { client, final } of branches) if (final === null) client?.cancel(givenUp);
  };

  const close = (branch: Branch, response: SipResponse) => {
    if (branch.final !== null) return;
    branch.cancelTimerC();
    branch.final = response;
    if (response.status >= 600) cancelOpen([]);
    const finals = branches.map(({ final }) => final).filter((final) => final !== null);
    if (!server.pending() || finals.length < branches.length) return;
    const best = chooseBest(finals) ?? own(500);
    // 503 would say that this exchange is overloaded, and not the callee (RFC 3261 §16.7 step 6).
    server.respond(best.status === 503 ? own(500) : best);
  };

  const redirect = (branch: Branch, response: SipResponse) => {
    const followed = givenUp === null && server.pending() ? follow(response) : null;
    if (followed?.kind !== 'followed') {
      return close(branch, followed?.kind === 'exhausted' ? own(480) : response);
    }
    branch.cancelTimerC();
    const added = followed.forwards.map((forward) => ({ forward, branch: newBranch() }));
    branches.splice(branches.indexOf(branch), 1, ...added.map((each) => each.branch));
    for (const each of added) start(each.branch, each.forward);
    return undefined;
  };

  const onResponse = (branch: Branch, { response }: IncomingResponse) => {
    if (response.status === 100) return;
    const upstream = { ...response, headers: withoutFirst(response.headers, 'Via') };
    if (response.status >= 400) return close(branch, upstream);
    if (response.status >= 300) return redirect(branch, upstream);
    if (response.status < 200) {
      startTimerC(branch);
      return server.respond(upstream);
    }
    branch.cancelTimerC();
    branch.final = upstream;
    server.respond(upstream);
    return cancelOpen(answeredElsewhere);
  };

  /** Every provisional response above 100 starts it again (RFC 3261 §16.7 step 2). */
  const startTimerC = (branch: Branch) => {
    if (!isInvite) return;
    branch.cancelTimerC();
    branch.cancelTimerC = deps.clock.setTimer(() => {
      branch.client?.cancel([]);
      close(branch, own(408));
    }, deps.ringingMs);
  };

  const start = (branch: Branch, forward: Forward) => {
    startTimerC(branch);
    branch.client = deps.transactions.send(forward.request, forward.flow, {
      onResponse: (incoming) => onResponse(branch, incoming),
      onFailed: (failure) => close(branch, own(givenUp !== null ? 487 : failure === 'timeout' ? 408 : 480)),
    });
    if (branch.client === null) close(branch, own(503));
  };

  if (isInvite) server.respond(respond(request.headers, 100));
  server.onGivenUp(() => cancelOpen([]));
  for (const [index, branch] of branches.slice().entries()) {
    const forward = forwards[index];
    if (forward !== undefined) start(branch, forward);
  }
}
