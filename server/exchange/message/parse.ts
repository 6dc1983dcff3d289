import { isUtf8 } from 'node:buffer';
import type { Header } from './message.ts';
import { readHeaders, type HeaderBounds } from './read-headers.ts';
import { readStartLine, type StartLine } from './start-line.ts';

/** What one WebSocket message holds (RFC 7118 §5.1: exactly one SIP message). */
export type Parsed =
  /** CRLFs only. `ping`: a double CRLF, which asks for a CRLF back (RFC 5626 §3.5.1). */
  | { readonly kind: 'keep-alive'; readonly ping: boolean }
  | {
      readonly kind: 'message';
      readonly startLine: StartLine;
      readonly headers: readonly Header[];
      readonly body: Buffer;
    }
  | Malformed;

interface Malformed {
  readonly kind: 'malformed';
  /** What a response would say, where one can be built. */
  readonly status: 400 | 413 | 505;
  readonly reason: string;
  /** Null when the start line was not understood. */
  readonly startLine: StartLine | null;
  /** As far as they could be read. */
  readonly headers: readonly Header[];
}

export interface MessageBounds extends HeaderBounds {
  readonly maxMessageBytes: number;
}

/**
 * Splits a message into start line, headers and body (RFC 3261 §7). Never throws; one pass over bounded input.
 * What the headers mean is `envelope.ts`'s business.
 */
export function parse(data: Buffer, bounds: MessageBounds): Parsed {
  const start = skipLineEnds(data);
  if (start === data.length) return { kind: 'keep-alive', ping: data.length === 4 };

  const headEnd = data.indexOf('\r\n\r\n', start);
  const head = data.subarray(start, headEnd === -1 ? data.length : headEnd);
  const tooLong = data.length > bounds.maxMessageBytes;
  const text = head.subarray(0, bounds.maxMessageBytes).toString('utf8');
  const lineEnd = text.indexOf('\r\n');
  const line = lineEnd === -1 ? text : text.slice(0, lineEnd);
  const startLine = readStartLine(line);
  const { headers, problem } = readHeaders(lineEnd === -1 ? '' : text.slice(lineEnd + 2), bounds);
  const malformed = (status: Malformed['status'], reason: string): Malformed => ({
    kind: 'malformed',
    status,
    reason,
    startLine,
    headers,
  });

  if (startLine === null) return malformed(400, 'Malformed Start Line');
  if (startLine.version !== '2.0') return malformed(505, 'Version Not Supported');
  if (tooLong) return malformed(413, 'Request Entity Too Large');
  if (headEnd === -1) return malformed(400, 'Unfinished Header');
  if (!isUtf8(head)) return malformed(400, 'Header Is Not UTF-8');
  if (problem !== null) return malformed(400, problem);

  const bytes = readBody(headers, data.subarray(headEnd + 4));
  return bytes === null
    ? malformed(400, 'Wrong Content-Length')
    : { kind: 'message', startLine, headers, body: bytes };
}

/** CRLFs in front of a start line are ignored (RFC 3261 §7.5). */
function skipLineEnds(data: Buffer): number {
  let at = 0;
  while (data[at] === 0x0d && data[at + 1] === 0x0a) at += 2;
  return at;
}

/** The bytes that Content-Length announces, or all of them; null when it lies (RFC 3261 §18.3). */
function readBody(headers: readonly Header[], rest: Buffer): Buffer | null {
  const announced = headers.filter(({ name }) => name === 'Content-Length').map(({ value }) => value);
  if (announced.length === 0) return rest;
  const [first = ''] = announced;
  if (announced.length > 1 || !/^\d{1,9}$/u.test(first)) return null;
  const length = Number(first);
  return length > rest.length ? null : rest.subarray(0, length);
}
