import { PhoneError } from '#core/errors/phone-error.ts';
import type { PhoneErrorCode, PhoneErrorDetail } from '#core/errors/phone-error.ts';
import type { ClientEvent } from '#core/call/client-event.ts';

/** How one area of cases is answered: the input of a case in, what happened out. */
export type AnswerCase = (input: never) => unknown;

type SeedError = { readonly error: string } & Readonly<Record<string, string | undefined>>;

/** What the seed calls our errors, and the fields in which it says what we say. */
const seedErrors: Partial<Record<PhoneErrorCode, (detail: PhoneErrorDetail) => SeedError>> = {
  'call/not-found': () => ({ error: 'CallNotFound' }),
  'call/too-many-calls': ({ details }) => ({ error: 'InternalError', messageContains: details }),
  'call/not-possible-now': () => ({ error: 'InvalidCallState' }),
  'call/ended': ({ callState }) => ({ error: 'InvalidCallState', currentState: callState }),
  'call/not-connected': ({ callState }) => ({
    error: 'InvalidCallStateGeneric',
    expected: 'Connected',
    actual: callState,
  }),
  'call/invalid-digits': ({ details }) => ({
    error: 'InvalidConfiguration',
    field: 'dtmf_digits',
    reason: details,
  }),
  'call/invalid-target': ({ details }) => ({
    error: 'InvalidConfiguration',
    field: 'transfer_target',
    reason: details,
  }),
};

/** A thrown failure in the seed's words; what is no failure of the phone is thrown on. */
export function toSeedError(thrown: unknown): SeedError {
  if (!(thrown instanceof PhoneError)) throw thrown;
  const { detail } = thrown;
  return seedErrors[detail.code]?.(detail) ?? { error: detail.code };
}

/** An event in the cases' shape: their `type` is our `kind`. */
export const toSeedEvent = ({ kind, ...fields }: ClientEvent) => ({ type: kind, ...fields });

/** An event of a case in ours. A media event of the cases is `"Name"` or `{Name: payload}`. */
export function fromSeedEvent({ type, ...fields }: SeedEvent): ClientEvent {
  const mediaType = fields.mediaType === undefined ? {} : { mediaType: fromSeedMediaType(fields.mediaType) };
  return { ...fields, ...mediaType, kind: type } as ClientEvent;
}

export interface SeedEvent {
  readonly type: ClientEvent['kind'];
  readonly mediaType?: SeedMediaType;
}

export type SeedMediaType = string | Readonly<Record<string, object>>;

export function fromSeedMediaType(mediaType: SeedMediaType) {
  if (typeof mediaType === 'string') return { kind: mediaType };
  const [kind, payload] = Object.entries(mediaType)[0] ?? [];
  return { kind, ...payload };
}
