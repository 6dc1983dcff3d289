/** The first line of a message. `version` is what follows `SIP/`. */
export type StartLine =
  | {
      readonly kind: 'request';
      readonly method: string;
      readonly requestUri: string;
      readonly version: string;
    }
  | { readonly kind: 'response'; readonly status: number; readonly reason: string; readonly version: string };

const requestPattern = /^([A-Za-z0-9\-.!%*_+`'~]{1,64}) ([^\s<>]+) SIP\/(\d{1,3}\.\d{1,3})$/iu;
const responsePattern = /^SIP\/(\d{1,3}\.\d{1,3}) ([1-6]\d\d)(?: (.*))?$/isu;
/** Everything but tab, printable ASCII and what lies beyond ASCII. */
const controlCharacter = /[^\t\u0020-\u007e\u0080-\u{10ffff}]/u;

/** Whether a text holds a character that no line of a SIP message may hold. */
export const hasControlCharacter = (text: string): boolean => controlCharacter.test(text);

/** Reads the first line (RFC 3261 §7.1, §7.2). Null when it is neither a request's nor a response's. */
export function readStartLine(line: string): StartLine | null {
  if (hasControlCharacter(line)) return null;
  const request = requestPattern.exec(line);
  if (request !== null) {
    const [, method = '', requestUri = '', version = ''] = request;
    return { kind: 'request', method, requestUri, version };
  }
  const response = responsePattern.exec(line);
  if (response === null) return null;
  const [, version = '', status = '', reason = ''] = response;
  return { kind: 'response', status: Number(status), reason, version };
}
