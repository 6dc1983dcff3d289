import { Grammar } from 'jssip';
import { unfold } from '#core/identity/folding.ts';
import { parseNameAddr } from '#core/identity/name-addr.ts';

/**
 * Longest From or To that is made readable. Parsing what stands for it takes JsSIP some 1 ms per kB (measured), and a
 * stranger decides how long it is.
 */
const longestCharacters = 1024;

/** Longest head that is looked at: a browser's regular expressions give up on some megabytes of folded lines (measured). */
const longestHeadCharacters = 262_144;

/** From and To with their value, folded lines included, in their long and compact forms. */
const addressHeader = /^((?:from|to|f|t)[ \t]*:[ \t]*)([^\r\n]*(?:\r\n[ \t][^\r\n]*)*)/gim;
/** What stands for an address that JsSIP does not read: any URI will do that it gives back as it was, so bytes are in hex. */
const standIn = /<sip:sent@readable\.invalid;sent=((?:[0-9a-f]{2})+)>/;

/**
 * A received message as JsSIP can read it. JsSIP drops a message without an answer when it cannot parse its From or To:
 * tel URIs, names in unquoted UTF-8, control characters. Trunks send such, and the call would be lost. The address is
 * replaced by a URI that carries it; header parameters, and so the tags that make a dialog (RFC 3261 §12), stay.
 * `toSent` turns it back.
 */
export const toReadable = (message: string): string =>
  replaceAddresses(mendLength(message), (value) => {
    if (value.length > longestCharacters || isReadable(value)) return value;
    const text = unfold(value).trim();
    // Where the address ends; and where one that is none must have ended.
    const ends = new Set([parseNameAddr(text).end, text.search(/;\s*tag\s*=/i)]);
    const readable = [...ends]
      .filter((end) => end > 0)
      .map((end) => `<sip:sent@readable.invalid;sent=${toHex(text.slice(0, end))}>${text.slice(end)}`);
    return readable.find(isReadable) ?? value;
  });

/** JsSIP drops a message whose length is below zero. Here the frame tells how long it is (RFC 7118 §5). */
const mendLength = (message: string): string => {
  const headEnd = message.indexOf('\r\n\r\n');
  if (headEnd === -1 || headEnd > longestHeadCharacters) return message;
  const mended = message
    .slice(0, headEnd)
    .replace(
      /^((?:content-length|l)[ \t]*:[ \t]*)-.*/im,
      (_line, name: string) => `${name}${new TextEncoder().encode(message.slice(headEnd + 4)).length}`,
    );
  return mended + message.slice(headEnd);
};

/**
 * A message, to be sent or kept, with every From and To as the peer wrote it: a response must repeat them (RFC 3261
 * §8.2.6.2), a request in the dialog name them (§12.2.1.1).
 */
export const toSent = (message: string): string => replaceAddresses(message, toSentAddress);

/** The value of one From or To as it was sent. */
export const toSentAddress = (value: string): string =>
  value.replace(standIn, (found, hex: string) => fromHex(hex) ?? found);

function replaceAddresses(message: string, replace: (value: string) => string): string {
  const headEnd = message.indexOf('\r\n\r\n');
  const head = headEnd === -1 ? message : message.slice(0, headEnd);
  if (head.length > longestHeadCharacters) return message;
  const replaced = head.replaceAll(
    addressHeader,
    (_line, name: string, value: string) => `${name}${replace(value)}`,
  );
  return replaced + message.slice(head.length);
}

const isReadable = (value: string): boolean => Grammar.parse(value.trim(), 'From') !== -1;

const toHex = (text: string): string =>
  Array.from(new TextEncoder().encode(text), (byte) => byte.toString(16).padStart(2, '0')).join('');

/** Null for what `toReadable` never makes: a stranger's own stand-in could smuggle a line break into what we send. */
function fromHex(hex: string): string | null {
  const bytes = Uint8Array.from({ length: hex.length / 2 }, (_, index) =>
    Number.parseInt(hex.slice(index * 2, index * 2 + 2), 16),
  );
  const text = new TextDecoder().decode(bytes);
  return /[\r\n]/.test(text) ? null : text;
}
