import { NameAddrHeader } from 'jssip';
import { Grammar } from 'sip.js';
import { parseNameAddr } from '#core/identity/name-addr.ts';
import type { FromHeader } from './from-headers.ts';

/** What a parser made of a header. */
interface Reading {
  readonly name: string | null;
  readonly uri: string;
}

/** A parser under measurement. */
export interface NameAddrParser {
  readonly name: string;
  /** The parser's own work; the result is not looked at. */
  readonly parse: (value: string) => unknown;
  /** Null when the parser refuses the header. */
  readonly read: (value: string) => Reading | null;
}

const text = (value: unknown): string => (typeof value === 'string' ? value : '');

/** JsSIP's declarations give a wrong type for the result of `parse`. */
const parseByJsSip = (value: string) => NameAddrHeader.parse(value) as unknown as NameAddrHeader | undefined;

/** Ours first. All take name, URI and parameters apart; JsSIP and SIP.js build an object of the URI as well. */
export const nameAddrParsers: readonly NameAddrParser[] = [
  {
    name: 'sidetone',
    parse: parseNameAddr,
    read(value) {
      const { displayName, uri } = parseNameAddr(value);
      return { name: displayName, uri };
    },
  },
  {
    name: 'JsSIP',
    parse: parseByJsSip,
    read(value) {
      const header = parseByJsSip(value);
      return header === undefined ? null : { name: text(header.display_name), uri: header.uri.toString() };
    },
  },
  {
    name: 'SIP.js',
    parse: Grammar.nameAddrHeaderParse,
    read(value) {
      const header = Grammar.nameAddrHeaderParse(value);
      return header === undefined ? null : { name: text(header.displayName), uri: header.uri.toRaw() };
    },
  },
];

/** What a parser refuses and returns wrong of a set. An empty name is none, and the case of a URI says nothing. */
export function judgeParser(parser: NameAddrParser, headers: readonly FromHeader[]) {
  const refused: string[] = [];
  const wrong: string[] = [];
  for (const { value, name, uri } of headers) {
    const reading = parser.read(value);
    if (reading === null) refused.push(value);
    else if ((reading.name ?? '') !== (name ?? ''))
      wrong.push(`${value} → name ${JSON.stringify(reading.name)}`);
    else if (reading.uri.toLowerCase() !== uri.toLowerCase()) wrong.push(`${value} → URI ${reading.uri}`);
  }
  return { right: headers.length - refused.length - wrong.length, of: headers.length, refused, wrong };
}
