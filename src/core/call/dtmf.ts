import { PhoneError } from '../errors/phone-error.ts';

/** The sixteen events of a telephone's keypad (RFC 4733 §3.2). */
const dtmfDigit = /^[0-9A-Da-d*#]$/;

/** Whether a character is one of the sixteen; the four letters in either case. */
export const isDtmfDigit = (character: string): boolean => dtmfDigit.test(character);

/** Throws PhoneError `call/invalid-digits` unless there is at least one digit and nothing else. Source: seed 1, `send_dtmf`. */
export function checkDtmfDigits(digits: string): void {
  const refuse = (details: string) => new PhoneError({ code: 'call/invalid-digits', details });
  if (digits === '') throw refuse('DTMF digits cannot be empty');
  const wrong = /[^0-9A-Da-d*#]/u.exec(digits)?.[0];
  if (wrong !== undefined) throw refuse(`Invalid DTMF character: ${wrong}`);
}
