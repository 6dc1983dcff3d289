import { PhoneError } from '../errors/phone-error.ts';

/** A URI of a scheme that a call can go to, without anything that could leave the Refer-To header (RFC 3515 §2.1). */
const transferTarget = /^(?:sips?|tel):[^\s<>"\p{Cc}]+$/iu;
const maxLength = 1024;

/** The target of a transfer without the spaces around it. Throws PhoneError `call/invalid-target`. Source: seed 1, `transfer_call`. */
export function checkTransferTarget(uri: string): string {
  const target = uri.trim();
  if (target === '') {
    throw new PhoneError({ code: 'call/invalid-target', details: 'Transfer target cannot be empty' });
  }
  if (target.length > maxLength || !transferTarget.test(target)) {
    throw new PhoneError({
      code: 'call/invalid-target',
      details: 'Transfer target must be a valid SIP or TEL URI',
    });
  }
  return target;
}
