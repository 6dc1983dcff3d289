import { PhoneError } from '#core/errors/phone-error.ts';

/** A failure of the browser's storage as `recording/storage-full` or `recording/storage-failed`. */
export function toStorageError(thrown: unknown): PhoneError {
  if (thrown instanceof PhoneError) return thrown;
  const name = thrown instanceof Error ? thrown.name : typeof thrown;
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  const code = name === 'QuotaExceededError' ? 'recording/storage-full' : 'recording/storage-failed';
  return new PhoneError({ code, details: `${name}: ${message}` }, thrown);
}
