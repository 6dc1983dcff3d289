import type { CallState } from '../call/call-state.ts';

/** Every way in which the phone fails, as `area/kind`. `error-table.ts` has a row for each. */
export type PhoneErrorCode =
  | 'media/permission-denied'
  | 'media/no-microphone'
  | 'media/microphone-busy'
  | 'media/microphone-failed'
  | 'media/device-gone'
  | 'signalling/invalid-server'
  | 'signalling/insecure-server'
  | 'signalling/server-unreachable'
  | 'signalling/transport-lost'
  | 'signalling/not-loaded'
  | 'registration/wrong-password'
  | 'registration/unknown-account'
  | 'registration/refused'
  | 'registration/no-answer'
  | 'account/invalid-address'
  | 'account/missing-password'
  | 'account/not-kept'
  | 'account/not-forgotten'
  | 'call/invalid-target'
  | 'call/not-registered'
  | 'call/forward-to-self'
  | 'call/not-found'
  | 'call/too-many-calls'
  | 'call/not-possible-now'
  | 'call/ended'
  | 'call/not-connected'
  | 'call/invalid-digits'
  | 'call/refused-by-peer'
  | 'call/other-not-held'
  | 'call/media-failed'
  | 'recording/storage-full'
  | 'recording/storage-failed'
  | 'recording/capture-failed'
  | 'recording/not-decodable'
  | 'recording/file-gone'
  | 'recording/device-full'
  | 'recording/not-convertible'
  | 'upload/server-unreachable'
  | 'upload/server-full'
  | 'upload/refused'
  | 'upload/not-accepted'
  | 'upload/token-refused'
  | 'upload/cancelled'
  | 'folder/unsupported'
  | 'folder/not-chosen'
  | 'folder/locked'
  | 'folder/write-failed'
  | 'history/storage-full'
  | 'history/storage-failed'
  | 'contacts/storage-full'
  | 'contacts/storage-failed'
  | 'contacts/not-loaded'
  | 'contacts/file-unreadable'
  | 'contacts/file-without-contacts'
  | 'contacts/file-too-large'
  | 'config/unreadable'
  | 'config/invalid'
  | 'config/hooks-failed'
  | 'internal/unexpected';

/** A failure as plain data, so that it can be kept in a state and compared in a test. */
export interface PhoneErrorDetail {
  readonly code: PhoneErrorCode;
  /** What a developer or an administrator needs beyond the code: a SIP status, a field, a URL. Never a secret. Shown under "Details" only. */
  readonly details?: string;
  /** The state of the call that a command was not possible in: with `call/ended` and `call/not-connected`. */
  readonly callState?: CallState;
}

/** What every rejected promise and every throwing command of the phone carries. */
export class PhoneError extends Error {
  readonly detail: PhoneErrorDetail;

  constructor(detail: PhoneErrorDetail, cause?: unknown) {
    super(detail.details === undefined ? detail.code : `${detail.code}: ${detail.details}`, { cause });
    this.name = 'PhoneError';
    this.detail = detail;
  }
}

/** Also one of another window of the page, in which the class is another. */
const isPhoneError = (thrown: unknown): thrown is PhoneError =>
  thrown instanceof PhoneError ||
  (typeof thrown === 'object' &&
    thrown !== null &&
    'name' in thrown &&
    thrown.name === 'PhoneError' &&
    'detail' in thrown);

/** The failure behind anything thrown: a PhoneError's own detail, or `internal/unexpected` with the message. */
export function toPhoneErrorDetail(thrown: unknown): PhoneErrorDetail {
  if (isPhoneError(thrown)) return thrown.detail;
  const details = thrown instanceof Error ? thrown.message : String(thrown);
  return { code: 'internal/unexpected', details };
}
