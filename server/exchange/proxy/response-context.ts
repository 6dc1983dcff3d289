import type { Clock } from '#core/shared/clock.ts';
import type { IncomingResponse } from '../message/envelope.ts';
import { withoutFirst, type Header, type SipRequest, type SipResponse } from '../message/message.ts';
import { respond } from '../message/respond.ts';
import type { ClientTransaction } from '../transaction/client-transaction.ts';
import type { ServerTransaction } from '../transaction/server-transaction.ts';
import type { Transactions } from '../transaction/table.ts';
import type { Flow } from '../transport/flow.ts';
import { chooseBest } from './best-response.ts';

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

/**
 * Forwards one request to several places at once and answers it with the best of their responses (RFC 3261 §16.7).
 * The first 2xx goes to the caller at once and cancels the others; a place that cannot be reached counts as 480, so
 * that a caller whose only callee closed the page hears so immediately.
 */
export function forkRequest(
  server: ServerTransaction,
  forwards: readonly { readonly request: SipRequest; readonly flow: Flow }[],
  deps: ResponseContextDeps,
): void {
  const { request } = server.incoming;
  const isInvite = request.method === 'INVITE';
  const branches: Branch[] = forwards.map(() => ({ client: null, final: null, cancelTimerC() {} }));
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

  const onResponse = (branch: Branch, { response }: IncomingResponse) => {
    if (response.status === 100) return;
    const upstream = { ...response, headers: withoutFirst(response.headers, 'Via') };
    if (response.status >= 300) return close(branch, upstream);
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

  if (isInvite) server.respond(respond(request.headers, 100));
  server.onGivenUp(() => cancelOpen([]));
  for (const [index, forward] of forwards.entries()) {
    const branch = branches[index];
    if (branch === undefined) continue;
    startTimerC(branch);
    branch.client = deps.transactions.send(forward.request, forward.flow, {
      onResponse: (incoming) => onResponse(branch, incoming),
      onFailed: (failure) => close(branch, own(givenUp !== null ? 487 : failure === 'timeout' ? 408 : 480)),
    });
    if (branch.client === null) close(branch, own(503));
  }
}
