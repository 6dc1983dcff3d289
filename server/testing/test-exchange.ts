import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { silentLogger } from '#core/shared/logger.ts';
import { demoAccounts } from '../exchange/demo-accounts.ts';
import { createExchange, type ExchangeOptions } from '../exchange/exchange.ts';

export interface TestExchange {
  readonly url: string;
  readonly close: () => Promise<void>;
}

/** An exchange for `localhost` with the demo accounts, on a port of its own. */
export async function startTestExchange(options: Partial<ExchangeOptions> = {}): Promise<TestExchange> {
  const exchange = createExchange({
    domain: 'localhost',
    accounts: demoAccounts,
    logger: silentLogger,
    ...options,
  });
  const server = createServer((_, response) => response.writeHead(404).end());
  server.on('upgrade', exchange.handleUpgrade);
  server.listen(0, '127.0.0.1');
  await once(server, 'listening');
  const { port } = server.address() as AddressInfo;
  return {
    url: `ws://localhost:${port}/sip`,
    async close() {
      await exchange.close();
      server.close();
      await once(server, 'close');
    },
  };
}
