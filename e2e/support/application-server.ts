import { randomBytes } from 'node:crypto';
import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import { silentLogger } from '#core/shared/logger.ts';
import { createExtensions } from '#server/exchange/extensions/extensions.ts';
import { openWeriftMedia } from '#server/exchange/extensions/media.ts';
import { createIngress } from '#server/exchange/ingress.ts';
import { defaultLimits } from '#server/exchange/limits.ts';
import { emptyBody, headerValue, type SipRequest } from '#server/exchange/message/message.ts';
import { respond } from '#server/exchange/message/respond.ts';
import { serialise } from '#server/exchange/message/serialise.ts';
import { parseSipUri } from '#server/exchange/message/uri.ts';
import { systemClock } from '#server/exchange/system-clock.ts';
import { createTransactions } from '#server/exchange/transaction/table.ts';
import type { Connection } from '#server/exchange/transport/connection.ts';

/** What a lamp shows: `dialog` (RFC 4235) a line, `message-summary` (RFC 3842) a mailbox. */
export type LampEvent = 'dialog' | 'message-summary' | 'presence';

/** A state that was published, until it is taken back. */
export interface Publication {
  /** Resolves when the server has taken the new state in place of the old one. */
  readonly change: (body: string) => Promise<void>;
  readonly end: () => Promise<void>;
}

/**
 * The server behind the exchange: it answers what is no account with the extensions of the embedded exchange (`echo`,
 * `tone`, `busy`, `noanswer`), and publishes what lamps show.
 */
export interface ApplicationServer {
  /** `address:port`, by UDP. */
  readonly address: string;
  /** Publishes a state of an account (RFC 3903), `localhost` being its domain. Rejects when the server refuses it. */
  readonly publish: (user: string, event: LampEvent, body: string) => Promise<Publication>;
  readonly close: () => Promise<void>;
}

const contentTypes: Readonly<Record<LampEvent, string>> = {
  dialog: 'application/dialog-info+xml',
  'message-summary': 'application/simple-message-summary',
  presence: 'application/pidf+xml',
};
const random = () => randomBytes(8).toString('hex');

/** Starts it on a free port of the loopback, for the exchange at `exchangePort`. */
export async function startApplicationServer(exchangePort: number): Promise<ApplicationServer> {
  const socket = createSocket('udp4');
  socket.bind(0, '127.0.0.1');
  await once(socket, 'listening');
  const address = `127.0.0.1:${socket.address().port}`;

  const exchange: Connection = {
    id: 'exchange',
    host: '127.0.0.1',
    source: { address: '127.0.0.1', port: exchangePort },
    send(message) {
      socket.send(serialise(message), exchangePort, '127.0.0.1');
      return true;
    },
    sendRaw: (text) => socket.send(text, exchangePort, '127.0.0.1'),
    close() {},
  };
  const transactions = createTransactions(systemClock, defaultLimits.maxTransactions, {
    onRequest(transaction) {
      const { headers, requestUri } = transaction.incoming.request;
      const user = parseSipUri(requestUri)?.user ?? '';
      if (extensions.has(user)) extensions.onRequest(user, transaction);
      else transaction.respond(respond(headers, 404, { toTag: random() }));
    },
    onAck: (incoming) => extensions.onAck(incoming),
  });
  const extensions = createExtensions({
    reachedAt: { host: address, transport: 'UDP' },
    logger: silentLogger,
    clock: systemClock,
    createTag: random,
    maxCalls: defaultLimits.maxExtensionCalls,
    openMedia: openWeriftMedia,
    transactions,
    // Whatever the peer's Contact is, the way to it leads through the exchange.
    resolve: () => ({ kind: 'refused', status: 404 }),
  });
  const receive = createIngress(defaultLimits, transactions, silentLogger);
  socket.on('message', (data) => receive(exchange, data));

  /** Sends a PUBLISH and resolves with the entity-tag of what it published. */
  const send = (user: string, event: LampEvent, body: string, replaced: string | null, expires: number) =>
    new Promise<string>((resolve, reject) => {
      const uri = `sip:${user}@localhost`;
      const request: SipRequest = {
        kind: 'request',
        method: 'PUBLISH',
        requestUri: uri,
        headers: [
          { name: 'Via', value: `SIP/2.0/UDP ${address};branch=z9hG4bK${random()}` },
          { name: 'Max-Forwards', value: '70' },
          { name: 'From', value: `<${uri}>;tag=${random()}` },
          { name: 'To', value: `<${uri}>` },
          { name: 'Call-ID', value: random() },
          { name: 'CSeq', value: '1 PUBLISH' },
          { name: 'Event', value: event },
          { name: 'Expires', value: String(expires) },
          ...(replaced === null ? [] : [{ name: 'SIP-If-Match', value: replaced }]),
          ...(body === '' ? [] : [{ name: 'Content-Type', value: contentTypes[event] }]),
        ],
        body: body === '' ? emptyBody : Buffer.from(body),
      };
      transactions.send(request, exchange, {
        onResponse({ response: { status, reason, headers } }) {
          if (status < 200) return;
          // What a restart has made it forget is taken back already.
          const isForgotten = status === 412 && expires === 0;
          if (status < 300 || isForgotten) resolve(headerValue(headers, 'SIP-ETag') ?? '');
          else reject(new Error(`the server refused the PUBLISH: ${status} ${reason}`));
        },
        onFailed: (failure) => reject(new Error(`the PUBLISH failed: ${failure}`)),
      });
    });

  return {
    address,
    async publish(user, event, body) {
      const expires = 3600;
      let entity = await send(user, event, body, null, expires);
      return {
        async change(next) {
          entity = await send(user, event, next, entity, expires);
        },
        async end() {
          await send(user, event, '', entity, 0);
        },
      };
    },
    async close() {
      await extensions.close();
      socket.close();
    },
  };
}
