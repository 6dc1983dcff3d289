import { PhoneError, type PhoneErrorCode } from '#core/errors/phone-error.ts';

/** DOMException names of getUserMedia (Media Capture and Streams §10.2) → what they mean to the person. */
const codeByName: Readonly<Record<string, PhoneErrorCode>> = {
  NotAllowedError: 'media/permission-denied',
  SecurityError: 'media/permission-denied',
  NotFoundError: 'media/no-microphone',
  OverconstrainedError: 'media/no-microphone',
  NotReadableError: 'media/microphone-busy',
  AbortError: 'media/microphone-busy',
};

/** The PhoneError behind whatever getUserMedia threw. */
export function toMicrophoneError(thrown: unknown): PhoneError {
  const name = thrown instanceof Error ? thrown.name : 'unknown';
  const message = thrown instanceof Error ? thrown.message : String(thrown);
  return new PhoneError(
    { code: codeByName[name] ?? 'media/microphone-failed', details: `${name}: ${message}` },
    thrown,
  );
}
