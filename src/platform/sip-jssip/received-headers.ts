import type { ReceivedHeaders } from '#core/call/call-info.ts';

/** How much of a message's head is read. JsSIP has parsed it already; this bounds what we keep of a stranger's text. */
const maxHeadCharacters = 65_536;

/**
 * The header fields of a message as they were sent: name as written → value, folded lines joined (RFC 3261 §7.3.1),
 * several fields of one name joined by a comma. JsSIP's own parser loses some of them, so this reads the raw text.
 */
export function readHeaders(message: string): ReceivedHeaders {
  const end = message.indexOf('\r\n\r\n');
  const head = message.slice(0, Math.min(end === -1 ? message.length : end, maxHeadCharacters));
  const lines = head
    .replaceAll(/\r\n[ \t]+/g, ' ')
    .split('\r\n')
    .slice(1);
  const headers = new Map<string, string>();
  for (const line of lines) {
    const colon = line.indexOf(':');
    if (colon <= 0) continue;
    const name = line.slice(0, colon).trim();
    const value = line.slice(colon + 1).trim();
    const before = headers.get(name);
    headers.set(name, before === undefined ? value : `${before}, ${value}`);
  }
  // fromEntries defines own properties, so that a header named __proto__ is a header and nothing else.
  return Object.fromEntries(headers);
}
