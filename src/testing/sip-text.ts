/** A SIP message as its text, with what tests ask of it. */
export interface SipText {
  readonly text: string;
  /** Of a request; null for a response. */
  readonly method: string | null;
  /** Of a response; null for a request. */
  readonly status: number | null;
  /** The first value of a header in its long form. */
  readonly header: (name: string) => string | null;
  readonly headers: (name: string) => readonly string[];
  readonly body: string;
}

/** Reads as much of a message as is asked for. It need not be a good one. */
export function readSip(text: string): SipText {
  const end = text.indexOf('\r\n\r\n');
  const [first = '', ...lines] = text.slice(0, end === -1 ? text.length : end).split('\r\n');
  const status = /^SIP\/2\.0 (\d{3})/.exec(first)?.[1];
  const headers = (name: string) =>
    lines
      .filter((line) => line.toLowerCase().startsWith(`${name.toLowerCase()}:`))
      .map((line) => line.slice(name.length + 1).trim());
  return {
    text,
    method: status === undefined ? first.slice(0, first.indexOf(' ')) : null,
    status: status === undefined ? null : Number(status),
    headers,
    header: (name) => headers(name)[0] ?? null,
    body: end === -1 ? '' : text.slice(end + 4),
  };
}
