/** Compact forms (RFC 3261 §7.3.3 and the registry of later RFCs) → canonical names. */
const compactForms: Readonly<Record<string, string>> = {
  a: 'Accept-Contact',
  b: 'Referred-By',
  c: 'Content-Type',
  e: 'Content-Encoding',
  f: 'From',
  i: 'Call-ID',
  j: 'Reject-Contact',
  k: 'Supported',
  l: 'Content-Length',
  m: 'Contact',
  o: 'Event',
  r: 'Refer-To',
  s: 'Subject',
  t: 'To',
  u: 'Allow-Events',
  v: 'Via',
  x: 'Session-Expires',
};

/** Names that the exchange itself reads or writes, so that they have one spelling. */
const knownNames = [
  'Allow',
  'Allow-Events',
  'Authorization',
  'Call-ID',
  'Contact',
  'Content-Length',
  'Content-Type',
  'CSeq',
  'Event',
  'Expires',
  'From',
  'Max-Forwards',
  'Min-Expires',
  'P-Asserted-Identity',
  'P-Preferred-Identity',
  'Proxy-Authenticate',
  'Proxy-Authorization',
  'Proxy-Require',
  'Reason',
  'Record-Route',
  'Require',
  'Retry-After',
  'Route',
  'Supported',
  'To',
  'Unsupported',
  'Via',
  'WWW-Authenticate',
] as const;

const canonicalNames = new Map<string, string>([
  ...Object.entries(compactForms),
  ...knownNames.map((name) => [name.toLowerCase(), name] as const),
]);

/** The one spelling of a header name; a name that the exchange does not know is kept as written. */
export const canonicalHeaderName = (name: string): string => canonicalNames.get(name.toLowerCase()) ?? name;
