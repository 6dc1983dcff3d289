import { PhoneError } from '#core/errors/phone-error.ts';

/** Whose records could not be kept. */
export type KeptArea = 'history' | 'contacts';

/** A failure of the database as `…/storage-full` or `…/storage-failed`. */
export function toKeptError(area: KeptArea, thrown: unknown): PhoneError {
  const [name, message] =
    thrown instanceof Error || thrown instanceof DOMException
      ? [thrown.name, thrown.message]
      : ['', String(thrown)];
  const kind = name === 'QuotaExceededError' ? 'storage-full' : 'storage-failed';
  return new PhoneError({ code: `${area}/${kind}`, details: `${name}: ${message}` }, thrown);
}
