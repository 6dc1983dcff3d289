/** Refer-To with a telephone number, in its long and compact forms (RFC 3515 §2.1). Parameters of the number are no part of who is called. */
const telephoneReferTo =
  /^((?:refer-to|r)[ \t]*:)[ \t]*(?:[^\r\n<]{0,256}<)?[ \t]*tel:([+0-9A-F*#().-]{1,64})[^\r\n]*$/im;

/**
 * A received REFER whose target JsSIP can call. JsSIP answers 400 or 416 to `Refer-To: <tel:…>`, and nobody hears that
 * a transfer was asked for. The number becomes a SIP URI in the account's own domain (RFC 3261 §19.1.6): whoever connects
 * the account also knows the way to its numbers. Every other message is as it was.
 */
export function toCallableReferTo(message: string, domain: string): string {
  if (!message.startsWith('REFER ')) return message;
  const headEnd = message.indexOf('\r\n\r\n');
  const head = headEnd === -1 ? message : message.slice(0, headEnd);
  const callable = head.replace(
    telephoneReferTo,
    (_line, name: string, number: string) =>
      `${name} <sip:${number.replaceAll(/[().-]/g, '').replaceAll('#', '%23')}@${domain};user=phone>`,
  );
  return callable + message.slice(head.length);
}
