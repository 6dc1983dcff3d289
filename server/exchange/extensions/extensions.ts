import type { Clock } from '#core/shared/clock.ts';
import type { Logger } from '#core/shared/logger.ts';
import { headerTokens } from '../message/message.ts';
import { respond, type ResponseParts } from '../message/respond.ts';
import type { ExtensionHost } from '../proxy/proxy.ts';
import type { Resolution } from '../proxy/resolve.ts';
import type { ServerTransaction } from '../transaction/server-transaction.ts';
import type { Transactions } from '../transaction/table.ts';
import type { Flow } from '../transport/flow.ts';
import type { OpenMedia } from './media.ts';
import { answerCall, extensionAllow, type ExtensionCall } from './call.ts';
import type { ReachedAt } from './dialog.ts';

export interface ExtensionsDeps {
  readonly reachedAt: ReachedAt;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly createTag: () => string;
  readonly maxCalls: number;
  readonly openMedia: OpenMedia;
  readonly transactions: Pick<Transactions, 'send'>;
  readonly resolve: (requestUri: string) => Resolution;
}

export interface Extensions extends ExtensionHost {
  readonly has: (user: string) => boolean;
  /** Ends all calls with BYE. */
  readonly close: () => Promise<void>;
}

type ExtensionName = 'echo' | 'tone' | 'busy' | 'noanswer';

/** What each extension does: `echo` and `tone` answer, `busy` refuses, `noanswer` rings until the caller gives up. */
const names: ReadonlySet<string> = new Set<ExtensionName>(['echo', 'tone', 'busy', 'noanswer']);

/** The endpoints that live inside the exchange, so that one person can try a phone alone. */
export function createExtensions(deps: ExtensionsDeps): Extensions {
  const calls = new Set<ExtensionCall>();
  const allow = [{ name: 'Allow', value: extensionAllow }];

  const answer = (transaction: ServerTransaction, status: number, parts: ResponseParts = {}) =>
    transaction.respond(
      respond(transaction.incoming.request.headers, status, { toTag: deps.createTag(), ...parts }),
    );

  /** The peer may have reloaded its page since: its Contact decides, and the flow of the INVITE if that leads nowhere. */
  const flowTo = (target: string, invited: Flow) => {
    const found = deps.resolve(target);
    const [first] = found.kind === 'targets' ? found.targets : [];
    return first ?? { flow: invited, requestUri: target };
  };

  const open = (name: 'echo' | 'tone', transaction: ServerTransaction) => {
    if (calls.size >= deps.maxCalls) return answer(transaction, 486, { reason: 'Too Many Extension Calls' });
    const call = answerCall(transaction, {
      ...deps,
      name,
      media: name,
      send(request) {
        const { flow, requestUri } = flowTo(request.requestUri, transaction.flow);
        deps.transactions.send({ ...request, requestUri }, flow, { onResponse() {}, onFailed() {} });
      },
      onEnded: (ended) => calls.delete(ended),
    });
    calls.add(call);
    return undefined;
  };

  const ring = (transaction: ServerTransaction) => {
    const toTag = deps.createTag();
    answer(transaction, 180, { toTag });
    transaction.onGivenUp(() => answer(transaction, 487, { toTag }));
  };

  const invite = (name: string, transaction: ServerTransaction) => {
    const required = headerTokens(transaction.incoming.request.headers, 'Require');
    if (required.length > 0) {
      return answer(transaction, 420, { headers: [{ name: 'Unsupported', value: required.join(', ') }] });
    }
    if (name === 'echo' || name === 'tone') open(name, transaction);
    else if (name === 'busy') answer(transaction, 486);
    else ring(transaction);
    return undefined;
  };

  const find = (transaction: Pick<ServerTransaction, 'incoming'>) =>
    [...calls].find(({ dialog }) => dialog.matches(transaction.incoming));

  return {
    has: (user) => names.has(user),
    onRequest(name, transaction) {
      const { request, toTag } = transaction.incoming;
      if (toTag !== null) {
        const call = find(transaction);
        if (call === undefined) answer(transaction, 481);
        else call.onRequest(transaction);
      } else if (request.method === 'INVITE') invite(name, transaction);
      else if (request.method === 'OPTIONS') answer(transaction, 200, { headers: allow });
      else if (request.method === 'SUBSCRIBE') answer(transaction, 489);
      else answer(transaction, 405, { headers: allow });
    },
    onAck: (incoming) => find({ incoming })?.onAck(),
    async close() {
      await Promise.all([...calls].map((call) => call.end()));
    },
  };
}
