import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Clock } from '#core/shared/clock.ts';
import type { Logger } from '#core/shared/logger.ts';
import type { ExchangeAccount } from './accounts.ts';
import { createAuthenticator } from './auth/authenticator.ts';
import { createExtensions } from './extensions/extensions.ts';
import { openWeriftMedia } from './extensions/media.ts';
import { createIngress } from './ingress.ts';
import { defaultLimits, type ExchangeLimits } from './limits.ts';
import { createFlows } from './proxy/flows.ts';
import { createIsOwnHost } from './proxy/own-host.ts';
import { createProxy } from './proxy/proxy.ts';
import { createResolve } from './proxy/resolve.ts';
import { createBindings } from './registrar/bindings.ts';
import { createRegistrar } from './registrar/registrar.ts';
import { systemClock } from './system-clock.ts';
import { createTransactions, type Transactions } from './transaction/table.ts';
import { createListener } from './transport/listener.ts';

export interface ExchangeOptions {
  /** The SIP domain that is always served, and the digest realm. Lower case. */
  readonly domain: string;
  readonly accounts: readonly ExchangeAccount[];
  readonly logger: Logger;
  readonly limits?: Partial<ExchangeLimits>;
  /** The machine's time unless a test brings its own. */
  readonly clock?: Clock;
}

export interface Exchange {
  /** Takes over an HTTP upgrade. The owner of the port decides which path leads here. */
  readonly handleUpgrade: (request: IncomingMessage, socket: Duplex, head: Buffer) => void;
  /** Ends the calls of the extensions and closes every WebSocket. */
  readonly close: () => Promise<void>;
}

/** A SIP registrar and forking proxy over WebSocket (RFC 3261, RFC 7118) for trying and testing. */
export function createExchange(options: ExchangeOptions): Exchange {
  const { domain, logger, clock = systemClock } = options;
  const limits: ExchangeLimits = { ...defaultLimits, ...options.limits };
  const accounts = new Map(options.accounts.map((account) => [account.user, account]));
  const createTag = () => randomBytes(8).toString('hex');

  const flows = createFlows();
  const isOwnHost = createIsOwnHost(domain, flows.isReachedAs);
  const bindings = createBindings(clock);
  const authenticator = createAuthenticator(domain, accounts, limits, clock);
  const transactions: Transactions = createTransactions(clock, limits.maxTransactions, {
    onRequest: (transaction) => proxy.onRequest(transaction),
    onAck: (incoming, flow) => proxy.onAck(incoming, flow),
  });
  const extensions = createExtensions({
    reachedAt: { host: domain, transport: 'WS' },
    logger,
    clock,
    createTag,
    openMedia: openWeriftMedia,
    maxCalls: limits.maxExtensionCalls,
    transactions,
    resolve: (uri) => resolve(uri),
  });
  const resolve = createResolve({ isOwnHost, accounts, bindings, isExtension: extensions.has });
  const register = createRegistrar({
    domain,
    isOwnHost,
    accounts,
    authenticator,
    bindings,
    limits,
    clock,
    createTag,
    onProved: (flow) => flows.prove(flow),
  });
  const proxy = createProxy({
    domain,
    isOwnHost,
    flows,
    bindings,
    resolve,
    authenticator,
    register,
    extensions,
    transactions,
    clock,
    ringingMs: limits.ringingMs,
    createTag,
  });

  const receive = createIngress(limits, transactions, logger);
  const listener = createListener(limits, clock, {
    onOpened: flows.add,
    onData(connection, data) {
      try {
        receive(connection, data);
      } catch (error) {
        // A mistake of ours costs the one whose message met it, not everybody's calls.
        logger.error('a SIP message could not be handled', {
          from: connection.source.address,
          error: String(error),
        });
        connection.close(1011, 'The message could not be handled');
      }
    },
    onClosed(connection) {
      flows.remove(connection);
      bindings.removeFlow(connection);
      transactions.closeFlow(connection);
    },
  });
  logger.info(
    `SIP exchange for ${domain}. It is for trying and testing: production runs on Kamailio, Asterisk or FreeSWITCH.`,
  );

  return {
    handleUpgrade: listener.handleUpgrade,
    async close() {
      await extensions.close();
      await listener.close();
      bindings.close();
    },
  };
}
