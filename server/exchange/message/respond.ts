import { headerValue, headerValues, emptyBody, type Header, type SipResponse } from './message.ts';

const reasons: Readonly<Record<number, string>> = {
  100: 'Trying',
  180: 'Ringing',
  200: 'OK',
  202: 'Accepted',
  400: 'Bad Request',
  401: 'Unauthorized',
  403: 'Forbidden',
  404: 'Not Found',
  405: 'Method Not Allowed',
  407: 'Proxy Authentication Required',
  408: 'Request Timeout',
  413: 'Request Entity Too Large',
  415: 'Unsupported Media Type',
  416: 'Unsupported URI Scheme',
  420: 'Bad Extension',
  423: 'Interval Too Brief',
  480: 'Temporarily Unavailable',
  481: 'Call/Transaction Does Not Exist',
  482: 'Loop Detected',
  483: 'Too Many Hops',
  486: 'Busy Here',
  487: 'Request Terminated',
  488: 'Not Acceptable Here',
  489: 'Bad Event',
  491: 'Request Pending',
  500: 'Server Internal Error',
  503: 'Service Unavailable',
  505: 'Version Not Supported',
};

export interface ResponseParts {
  /** Our own words instead of the usual phrase. */
  readonly reason?: string;
  /** Added to To when the request had none. */
  readonly toTag?: string;
  readonly headers?: readonly Header[];
  readonly body?: Buffer;
}

/** A response that goes back the way the request came (RFC 3261 §8.2.6.2). */
export function respond(
  requestHeaders: readonly Header[],
  status: number,
  parts: ResponseParts = {},
): SipResponse {
  const to = headerValue(requestHeaders, 'To') ?? '';
  const tagged = parts.toTag === undefined || /;\s*tag\s*=/iu.test(to) ? to : `${to};tag=${parts.toTag}`;
  const copy = (name: string): readonly Header[] =>
    headerValues(requestHeaders, name).map((value) => ({ name, value }));
  return {
    kind: 'response',
    status,
    reason: parts.reason ?? reasons[status] ?? 'Unknown',
    headers: [
      ...copy('Via'),
      ...copy('From'),
      { name: 'To', value: tagged },
      ...copy('Call-ID'),
      ...copy('CSeq'),
      ...(parts.headers ?? []),
    ],
    body: parts.body ?? emptyBody,
  };
}
