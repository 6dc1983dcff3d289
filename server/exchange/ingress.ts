import type { Logger } from '#core/shared/logger.ts';
import { openEnvelope } from './message/envelope.ts';
import { headerValue, headerValues, withHeader, type Header } from './message/message.ts';
import { parse, type MessageBounds } from './message/parse.ts';
import { respond } from './message/respond.ts';
import type { StartLine } from './message/start-line.ts';
import { markSource, parseVia } from './message/via.ts';
import type { Transactions } from './transaction/table.ts';
import type { Connection } from './transport/connection.ts';
import type { Flow } from './transport/flow.ts';

/** What a 400 needs in order to be understood by whoever sent the request. */
const needed = ['Via', 'From', 'To', 'Call-ID', 'CSeq'] as const;

/**
 * Reads what a connection sent and hands it to the transactions. A malformed request is answered where an answer can
 * be built; everything else that makes no sense is dropped.
 */
export function createIngress(
  bounds: MessageBounds,
  transactions: Transactions,
  logger: Logger,
): (connection: Connection, data: Buffer) => void {
  const refuse = (
    flow: Flow,
    startLine: StartLine | null,
    headers: readonly Header[],
    status: number,
    reason: string,
  ) => {
    logger.warn('malformed SIP message', { from: flow.source.address, reason });
    const answerable = startLine?.kind === 'request' && startLine.method !== 'ACK';
    if (!answerable || needed.some((name) => headerValue(headers, name) === null)) return;
    if (['From', 'To', 'Call-ID', 'CSeq'].some((name) => headerValues(headers, name).length > 1)) return;
    flow.send(respond(headers, status, { reason, toTag: 'malformed' }));
  };

  return (connection, data) => {
    const parsed = parse(data, bounds);
    if (parsed.kind === 'keep-alive') {
      if (parsed.ping) connection.sendRaw('\r\n');
      return;
    }
    if (parsed.kind === 'malformed') {
      refuse(connection, parsed.startLine, parsed.headers, parsed.status, parsed.reason);
      return;
    }
    const { startLine, body } = parsed;
    const headers = startLine.kind === 'request' ? withSource(parsed.headers, connection) : parsed.headers;
    const envelope = openEnvelope(startLine, headers, body);
    if (typeof envelope === 'string') refuse(connection, startLine, headers, 400, envelope);
    else if (envelope.kind === 'request') transactions.receiveRequest(envelope, connection);
    else transactions.receiveResponse(envelope, connection);
  };
}

/** The topmost Via says where the request came from (RFC 3261 §18.2.1). A malformed one is left for the 400. */
function withSource(headers: readonly Header[], flow: Flow): readonly Header[] {
  const via = parseVia(headerValue(headers, 'Via') ?? '');
  return via === null ? headers : withHeader(headers, 'Via', markSource(via, flow.source));
}
