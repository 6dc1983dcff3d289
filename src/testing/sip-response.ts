/** The value of a message's first header of that name; empty where there is none. */
export const headerOf = (message: string, name: string): string =>
  new RegExp(`^${name}: (.*?)\r?$`, 'm').exec(message)?.[1] ?? '';

/** The far end's response to a request, from a registrar or from the phone that was called. */
export function respondTo(request: string, status: number, sdp = ''): string {
  const to = headerOf(request, 'To');
  const lines = [
    `SIP/2.0 ${status} ${status}`,
    ...['Via', 'From', 'Call-ID', 'CSeq'].map((name) => `${name}: ${headerOf(request, name)}`),
    `To: ${to.includes(';tag=') ? to : `${to};tag=far`}`,
    `Contact: ${request.startsWith('REGISTER') ? headerOf(request, 'Contact') : '<sip:bob@far.invalid>'}`,
    ...(sdp === '' ? [] : ['Content-Type: application/sdp']),
    `Content-Length: ${sdp.length}`,
  ];
  return `${lines.join('\r\n')}\r\n\r\n${sdp}`;
}
