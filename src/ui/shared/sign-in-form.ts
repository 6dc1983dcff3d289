import { isWebSocketUri } from '#core/config/account-settings.ts';
import type { AccountSettings } from '#core/config/phone-config.ts';
import type { PhoneErrorCode } from '#core/errors/phone-error.ts';
import { isSipAddress } from '#core/signalling/sip-target.ts';
import { words } from '../words.ts';

/** What the form holds, as typed. */
export interface SignInFields {
  readonly address: string;
  readonly password: string;
  readonly displayName: string;
  readonly server: string;
}

/** A sentence for each field that cannot work. */
export type SignInErrors = Readonly<Partial<Record<keyof SignInFields, string | undefined>>>;

/** Which field a failure belongs to. */
const fieldOfCode: Readonly<Partial<Record<PhoneErrorCode, keyof SignInFields>>> = {
  'account/invalid-address': 'address',
  'account/missing-password': 'password',
  'registration/wrong-password': 'password',
  'registration/unknown-account': 'address',
  'signalling/invalid-server': 'server',
  'signalling/insecure-server': 'server',
};

const asErrors = (codes: readonly PhoneErrorCode[]): SignInErrors =>
  Object.fromEntries(
    codes.flatMap((code) => {
      const field = fieldOfCode[code];
      return field === undefined ? [] : [[field, words.errors[code].sentence]];
    }),
  );

/** The field errors that a failure of a sign-in stands for; null when it belongs to no field. */
export function errorsOfFailure(code: PhoneErrorCode): SignInErrors | null {
  return fieldOfCode[code] === undefined ? null : asErrors([code]);
}

/** The address in full. A name alone is at home on the server: most have one domain, and answer under its name. */
function fullAddress({ address, server }: Pick<SignInFields, 'address' | 'server'>): string {
  const bare = address.trim().replace(/^sips?:/i, '');
  return bare === '' || bare.includes('@') ? bare : `${bare}@${hostOf(server.trim())}`;
}

/** Of a server that is none the field says so; the name is not to blame for it. */
const hostOf = (server: string): string => (isWebSocketUri(server) ? new URL(server).hostname : 'unknown');

/** What is wrong with the fields, all of it at once, so that nobody corrects one field to be told of the next. */
export function findSignInErrors(fields: SignInFields, pageIsSecure: boolean): SignInErrors {
  const codes: PhoneErrorCode[] = [];
  if (!isSipAddress(fullAddress(fields))) codes.push('account/invalid-address');
  if (fields.password === '') codes.push('account/missing-password');
  const server = fields.server.trim();
  if (!isWebSocketUri(server)) codes.push('signalling/invalid-server');
  else if (pageIsSecure && /^ws:/i.test(server)) codes.push('signalling/insecure-server');
  return asErrors(codes);
}

/** The account that the fields describe. */
export function toAccountSettings(fields: SignInFields): AccountSettings {
  const displayName = fields.displayName.trim();
  return {
    address: fullAddress(fields),
    displayName: displayName === '' ? null : displayName,
    credentials: { kind: 'password', password: fields.password },
    servers: [fields.server.trim()],
  };
}
