import type { PhoneErrorCode, PhoneErrorDetail } from '#core/errors/phone-error.ts';

/** What a registrar's final response means for the person. RFC 3261 §10.3, §22.1. */
const codeByStatus: Readonly<Record<number, PhoneErrorCode>> = {
  401: 'registration/wrong-password',
  403: 'registration/wrong-password',
  407: 'registration/wrong-password',
  404: 'registration/unknown-account',
  408: 'registration/no-answer',
};

/** The failure behind JsSIP's `registrationFailed`. `response` is null when none came. */
export function toRegistrationError(
  response: { readonly status_code: number; readonly reason_phrase: string } | null,
  cause: string,
): PhoneErrorDetail {
  if (response === null) return { code: 'registration/no-answer', details: cause };
  return {
    code: codeByStatus[response.status_code] ?? 'registration/refused',
    details: `${response.status_code} ${response.reason_phrase}`,
  };
}
