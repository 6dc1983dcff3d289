import { headerValue, headerValues, type Header, type SipRequest, type SipResponse } from './message.ts';
import { parseNameAddr, tagOf, type NameAddr } from './name-addr.ts';
import type { StartLine } from './start-line.ts';
import { parseVia, type Via } from './via.ts';

/** What every message must say about itself (RFC 3261 §8.1.1), read once. */
interface Envelope {
  readonly via: Via;
  readonly from: NameAddr;
  readonly to: NameAddr;
  readonly fromTag: string | null;
  readonly toTag: string | null;
  readonly callId: string;
  readonly cseq: number;
}

export interface IncomingRequest extends Envelope {
  readonly kind: 'request';
  readonly request: SipRequest;
}

export interface IncomingResponse extends Envelope {
  readonly kind: 'response';
  readonly response: SipResponse;
  /** Method of the request that it answers. */
  readonly cseqMethod: string;
}

const once = ['From', 'To', 'Call-ID', 'CSeq'] as const;
const atMostOnce = ['Max-Forwards', 'Expires', 'Content-Type', 'Event'] as const;
const cseqPattern = /^(\d{1,10})[ \t]+(\S+)$/u;
/** CSeq numbers stay below 2^31 (RFC 3261 §8.1.1.5). */
const cseqEnd = 2 ** 31;

/** Reads the mandatory headers of a message. A string says what is wrong with them. */
export function openEnvelope(
  startLine: StartLine,
  headers: readonly Header[],
  body: Buffer,
): IncomingRequest | IncomingResponse | string {
  for (const name of once) {
    const count = headerValues(headers, name).length;
    if (count !== 1) return count === 0 ? `Missing ${name}` : `Repeated ${name}`;
  }
  const repeated = atMostOnce.find((name) => headerValues(headers, name).length > 1);
  if (repeated !== undefined) return `Repeated ${repeated}`;

  const via = parseVia(headerValue(headers, 'Via') ?? '');
  const from = parseNameAddr(headerValue(headers, 'From') ?? '');
  const to = parseNameAddr(headerValue(headers, 'To') ?? '');
  const callId = headerValue(headers, 'Call-ID') ?? '';
  const cseq = cseqPattern.exec(headerValue(headers, 'CSeq') ?? '');
  if (via === null) return 'Malformed Via';
  if (from === null) return 'Malformed From';
  if (to === null) return 'Malformed To';
  if (!/^\S+$/u.test(callId)) return 'Malformed Call-ID';
  const number = Number(cseq?.[1] ?? cseqEnd);
  const cseqMethod = cseq?.[2] ?? '';
  if (number >= cseqEnd) return 'Malformed CSeq';

  const envelope: Envelope = {
    via,
    from,
    to,
    fromTag: tagOf(from),
    toTag: tagOf(to),
    callId,
    cseq: number,
  };
  if (startLine.kind === 'response') {
    const { status, reason } = startLine;
    return {
      ...envelope,
      kind: 'response',
      cseqMethod,
      response: { kind: 'response', status, reason, headers, body },
    };
  }
  const { method, requestUri } = startLine;
  if (method !== cseqMethod) return 'CSeq Does Not Match the Method';
  return { ...envelope, kind: 'request', request: { kind: 'request', method, requestUri, headers, body } };
}
