import { withoutHeader, type SipMessage } from './message.ts';

/** The message as bytes, with a Content-Length that is true. */
export function serialise(message: SipMessage): Buffer {
  const startLine =
    message.kind === 'request'
      ? `${message.method} ${message.requestUri} SIP/2.0`
      : `SIP/2.0 ${message.status} ${message.reason}`;
  const lines = withoutHeader(message.headers, 'Content-Length').map(
    ({ name, value }) => `${name}: ${value}`,
  );
  const head = [startLine, ...lines, `Content-Length: ${message.body.length}`, '', ''].join('\r\n');
  return Buffer.concat([Buffer.from(head, 'utf8'), message.body]);
}
