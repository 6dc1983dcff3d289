/** A header field. `name` is canonical (`canonicalHeaderName`), `value` is unfolded and trimmed. */
export interface Header {
  readonly name: string;
  readonly value: string;
}

export interface SipRequest {
  readonly kind: 'request';
  readonly method: string;
  readonly requestUri: string;
  readonly headers: readonly Header[];
  readonly body: Buffer;
}

export interface SipResponse {
  readonly kind: 'response';
  /** 100 to 699. */
  readonly status: number;
  readonly reason: string;
  readonly headers: readonly Header[];
  readonly body: Buffer;
}

export type SipMessage = SipRequest | SipResponse;

export const emptyBody: Buffer = Buffer.alloc(0);

/** Header names are compared without regard to case (RFC 3261 §7.3.1). */
const sameName = (left: string, right: string): boolean => left.toLowerCase() === right.toLowerCase();

/** Values of all header fields of that name, in order. */
export const headerValues = (headers: readonly Header[], name: string): readonly string[] =>
  headers.filter((header) => sameName(header.name, name)).map((header) => header.value);

/** Value of the first header field of that name; null when there is none. */
export const headerValue = (headers: readonly Header[], name: string): string | null =>
  headers.find((header) => sameName(header.name, name))?.value ?? null;

/** The elements of a comma-separated header of tokens (Require, Supported, …), in lower case. */
export const headerTokens = (headers: readonly Header[], name: string): readonly string[] =>
  headerValues(headers, name)
    .flatMap((value) => value.split(','))
    .map((token) => token.trim().toLowerCase())
    .filter((token) => token !== '');

export const withoutHeader = (headers: readonly Header[], name: string): readonly Header[] =>
  headers.filter((header) => !sameName(header.name, name));

/** The same headers without the first of that name. */
export function withoutFirst(headers: readonly Header[], name: string): readonly Header[] {
  const index = headers.findIndex((header) => sameName(header.name, name));
  return index === -1 ? headers : headers.toSpliced(index, 1);
}

/** The same headers with that one replaced where it stood first, or added at the end. */
export function withHeader(headers: readonly Header[], name: string, value: string): readonly Header[] {
  const index = headers.findIndex((header) => sameName(header.name, name));
  return index === -1 ? [...headers, { name, value }] : headers.with(index, { name, value });
}

export const prependHeader = (headers: readonly Header[], name: string, value: string): readonly Header[] => [
  { name, value },
  ...headers,
];
