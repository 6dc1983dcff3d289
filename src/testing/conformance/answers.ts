import { PhoneError } from '#core/errors/phone-error.ts';
import type { PhoneErrorCode } from '#core/errors/phone-error.ts';
import type { ClientEvent } from '#core/call/client-event.ts';

/** How one area of cases is answered: the input of a case in, what happened out. */
export type AnswerCase = (input: never) => unknown;

/** What the seed calls our errors. */
const seedErrors: Partial<Record<PhoneErrorCode, string>> = {
  'call/not-found': 'CallNotFound',
  'call/too-many-calls': 'InternalError',
  'call/not-possible-now': 'InvalidCallState',
};

/** A thrown failure in the seed's words; what is no failure of the phone is thrown on. */
export function toSeedError(thrown: unknown): { readonly error: string; readonly messageContains?: string } {
  if (!(thrown instanceof PhoneError)) throw thrown;
  const { code, details } = thrown.detail;
  const error = seedErrors[code] ?? code;
  return details === undefined ? { error } : { error, messageContains: details };
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
