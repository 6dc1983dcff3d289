import { DetailedError } from 'tus-js-client';
import { PhoneError, type PhoneErrorDetail } from '#core/errors/phone-error.ts';

/** Longest part of a server's answer that is kept for "Details". */
const longestAnswer = 200;

/** Answers that mean "not now": time-out, offset moved (tus 1.0 §PATCH), locked, too early, too many requests. */
const temporaryStatuses = new Set([408, 409, 423, 425, 429]);

/** Answers that are about the recording itself, and that it will have again: 400, 415 and 422. */
const finalStatuses = new Set([400, 415, 422]);

/** The HTTP status behind a failed upload and the method that it answered; null when there was no answer. */
export function answerOf(thrown: unknown): { readonly method: string; readonly status: number } | null {
  if (!(thrown instanceof DetailedError) || thrown.originalResponse === null) return null;
  return { method: thrown.originalRequest.getMethod(), status: thrown.originalResponse.getStatus() };
}

/** A failed upload as `upload/server-unreachable`, `upload/server-full`, `upload/token-refused`, `upload/not-accepted` or `upload/refused`. */
export function toUploadError(thrown: unknown): PhoneError {
  if (thrown instanceof PhoneError) return thrown;
  const answer = answerOf(thrown);
  const text = thrown instanceof DetailedError ? thrown.originalResponse?.getBody() : String(thrown);
  const details = [
    answer === null ? null : `HTTP ${String(answer.status)}`,
    text?.slice(0, longestAnswer).trim(),
  ]
    .filter(Boolean)
    .join(': ');
  return new PhoneError({ code: toCode(answer), details }, thrown);
}

function toCode(answer: ReturnType<typeof answerOf>): PhoneErrorDetail['code'] {
  if (answer === null) return 'upload/server-unreachable';
  const { method, status } = answer;
  if (status === 401) return 'upload/token-refused';
  if (status === 507) return 'upload/server-full';
  // A POST that conflicts is about the recording itself and will conflict again.
  if (finalStatuses.has(status) || (status === 409 && method === 'POST')) return 'upload/refused';
  return status >= 500 || temporaryStatuses.has(status) ? 'upload/server-unreachable' : 'upload/not-accepted';
}
