import fc from 'fast-check';
import { expect, test } from 'vitest';
import { defaultLimits } from '../limits.ts';
import { openEnvelope } from './envelope.ts';
import { parseNameAddr, parseNameAddrs } from './name-addr.ts';
import { parse } from './parse.ts';
import { parseSipUri } from './uri.ts';
import { parseVia } from './via.ts';

/** Reads as the exchange would. */
function read(data: Buffer): string {
  const parsed = parse(data, defaultLimits);
  if (parsed.kind !== 'message') return parsed.kind;
  const envelope = openEnvelope(parsed.startLine, parsed.headers, parsed.body);
  return typeof envelope === 'string' ? 'malformed' : envelope.kind;
}

const kinds = ['keep-alive', 'malformed', 'request', 'response'];
const valid = [
  'INVITE sip:bob@localhost;gr=urn:uuid:1 SIP/2.0',
  'Via: SIP/2.0/WS a.invalid;branch=z9hG4bK1;rport',
  'Max-Forwards: 69',
  'From: "A \\"x\\" B" <sip:alice@localhost>;tag=1',
  'To: <sip:bob@localhost>',
  'Call-ID: c1',
  'CSeq: 1 INVITE',
  'Contact: <sip:x@y.invalid;transport=ws>;+sip.instance="<urn:uuid:1>"',
  'Content-Length: 2',
  '',
  'v=',
].join('\r\n');

test('no bytes at all make the parser throw', () => {
  fc.assert(
    fc.property(fc.uint8Array({ maxLength: 600 }), (bytes) => {
      expect(kinds).toContain(read(Buffer.from(bytes)));
    }),
    { numRuns: 500 },
  );
});

test('no damage to a valid message makes the parser throw', () => {
  const pieces = fc.constantFrom(
    '\r\n',
    ' ',
    '"',
    '<',
    '>',
    ';',
    ',',
    ':',
    '=',
    '%',
    '\\',
    '\0',
    '\t',
    'ä',
    '@',
    '?',
  );
  const edit = fc.record({
    at: fc.nat(valid.length),
    cut: fc.nat(12),
    put: fc.array(pieces, { maxLength: 4 }),
  });
  fc.assert(
    fc.property(fc.array(edit, { minLength: 1, maxLength: 6 }), (edits) => {
      const damaged = edits.reduce(
        (text, { at, cut, put }) => text.slice(0, at) + put.join('') + text.slice(at + cut),
        valid,
      );
      expect(kinds).toContain(read(Buffer.from(damaged)));
    }),
    { numRuns: 2000 },
  );
});

test('no text makes the readers of values throw', () => {
  const odd = fc.string({
    unit: fc.constantFrom('"', '<', '>', ';', ',', ':', '=', '%', '\\', '@', '[', ']', 'a', '1', ' ', 'sip:'),
    maxLength: 40,
  });
  fc.assert(
    fc.property(odd, (text) => {
      for (const readValue of [parseNameAddr, parseNameAddrs, parseSipUri, parseVia]) {
        expect(() => readValue(text)).not.toThrow();
      }
    }),
    { numRuns: 2000 },
  );
});

test.each([
  ['spaces in Via', (size: number) => `Via: SIP/2.0/WS${' '.repeat(size)}\u2028;branch=1`],
  ['open quotes', (size: number) => `From: ${'"\\'.repeat(size / 2)}`],
  ['open brackets', (size: number) => `Route: ${'<'.repeat(size)}`],
  ['semicolons', (size: number) => `To: <sip:a@b>${';'.repeat(size)}`],
  ['commas', (size: number) => `Via: ${','.repeat(size)}`],
  ['colons in the name', (size: number) => ':'.repeat(size)],
  ['folds', (size: number) => `Subject: a${'\r\n '.repeat(size / 3)}`],
  ['percent signs', (size: number) => `From: <sip:${'%41'.repeat(size / 3)}@b>`],
])('time grows no faster than the message: %s', (_, line) => {
  const unbounded = { maxMessageBytes: 2e6, maxHeaders: 2e6, maxHeaderLineBytes: 2e6 };
  const bestMs = (size: number) => {
    const data = Buffer.from(valid.replace('Max-Forwards: 69', line(size)));
    const runs = Array.from({ length: 5 }, () => {
      const start = performance.now();
      const parsed = parse(data, unbounded);
      if (parsed.kind === 'message') openEnvelope(parsed.startLine, parsed.headers, parsed.body);
      return performance.now() - start;
    });
    return Math.min(...runs);
  };
  bestMs(20_000);
  // Sixteen times the size: 16 if it grows evenly, 256 if it grows with the square. 1 ms keeps noise out.
  expect(bestMs(320_000)).toBeLessThan((bestMs(20_000) + 1) * 64);
});
