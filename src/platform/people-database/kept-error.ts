import { PhoneError } from '#core/errors/phone-error.ts';

/** Whose records could not be kept. */
export type KeptArea = 'history' | 'contacts';

/** Does it; a failure of the database is told as `…/storage-full` or `…/storage-failed`. */
export async function guarded<Result>(area: KeptArea, work: () => Promise<Result>): Promise<Result> {
  try {
    return await work();
  } catch (thrown) {
    throw toKeptError(area, thrown);
  }
}

function toKeptError(area: KeptArea, thrown: unknown): PhoneError {
  const [name, message] =
    thrown instanceof Error || thrown instanceof DOMException
      ? [thrown.name, thrown.message]
      : ['', String(thrown)];
  const kind = name === 'QuotaExceededError' ? 'storage-full' : 'storage-failed';
  return new PhoneError({ code: `${area}/${kind}`, details: `${name}: ${message}` }, thrown);
}
