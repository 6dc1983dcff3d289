import fc from 'fast-check';
import { Grammar, NameAddrHeader } from 'jssip';
import { describe, expect, it } from 'vitest';
import { toReadable, toSent, toSentAddress } from './readable-message.ts';

const message = (from: string, to = '<sip:bob@x>') =>
  ['INVITE sip:bob@x SIP/2.0', `From: ${from}`, `t:${to}`, 'Subject: From: x', '', 'From: tel:+1 body'].join(
    '\r\n',
  );
const valueOf = (text: string) => /^From: (.*)$/m.exec(text)?.[1] ?? '';
const isParsed = (value: string) => Grammar.parse(value, 'From') !== -1;

describe('toReadable and toSent', () => {
  it.each([
    '<tel:+15551234567>;tag=x',
    'tel:+15551234567;tag=x',
    'Жанна <sip:j@example.com>;tag=x',
    '"BEL \u0007" <sip:bell@example.com>;tag=x',
    'Bell, Alexander <sip:bell@example.com>;tag=x',
    '"never closed <sip:a@b>;tag=x',
    '<urn:service:sos>;tag=x',
    'nobody;tag=x',
    'no address;tag=x',
  ])('lets JsSIP read %j, and gives it back', (from) => {
    expect(isParsed(from)).toBe(false);
    const readable = toReadable(message(from, from));
    expect(isParsed(valueOf(readable))).toBe(true);
    const parsed = NameAddrHeader.parse(valueOf(readable));
    expect(parsed?.getParam('tag')).toBe('x');
    expect(toSent(readable)).toBe(message(from, from));
    expect(toSentAddress(valueOf(readable))).toBe(from);
    // How JsSIP writes the To of its own requests in the dialog.
    expect(parsed && toSentAddress(new NameAddrHeader(parsed.uri, '', { tag: 'x' }).toString())).toBe(from);
  });

  it('joins the lines of a folded value that it replaces', () => {
    expect(toSent(toReadable(message('Жанна\r\n\t<sip:j@x>\r\n ;tag=x')))).toBe(
      message('Жанна <sip:j@x> ;tag=x'),
    );
  });

  it.each([
    '"Alice" <sip:alice@x>;tag=1',
    'sip:alice@x;tag=1',
    '<sip:a@x>;tag=1;bad="',
    'no address and no tag',
    '',
  ])('leaves alone what JsSIP reads, and what is past mending: %s', (from) => {
    expect(toReadable(message(from))).toBe(message(from));
  });

  it('leaves alone what a stranger made too long', () => {
    for (const name of ['Ж'.repeat(70_000), 'Ж'.repeat(16_000_000), 'Ж\r\n '.repeat(8_000_000)]) {
      const flood = message(`${name} <sip:a@x>;tag=1`);
      expect(toSent(toReadable(flood)) === flood).toBe(true);
    }
  });

  it('sends no line break that a stranger smuggled in', () => {
    const forged = message(
      `<sip:sent@readable.invalid;sent=${Buffer.from('a\r\nEvil: 1').toString('hex')}>;tag=1`,
    );
    expect(toSent(toReadable(forged))).toBe(forged);
  });

  it('gives back whatever arrives', () => {
    const piece = fc.constantFrom(
      '"',
      '<',
      '>',
      '\\',
      ';',
      '=',
      ',',
      ' ',
      'sip:',
      'tel:',
      'a',
      'é',
      '@',
      '\0',
      ';tag=1',
    );
    fc.assert(
      fc.property(fc.array(piece, { maxLength: 20 }), (pieces) => {
        const sent = message(pieces.join('').trim());
        expect(toSent(toReadable(sent))).toBe(sent);
      }),
      { numRuns: 3000 },
    );
  });
});
