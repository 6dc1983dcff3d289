import { assertNever } from '../shared/assert-never.ts';
import type { AccountSettings, Credentials, PhoneConfig } from '../config/phone-config.ts';

const hidden = '•••';

/** A shorter one cannot be told from any other text, and hiding it everywhere would tell it. */
const shortestSecret = 4;

const secretOf = (credentials: Credentials): string => {
  switch (credentials.kind) {
    case 'password':
      return credentials.password;
    case 'ha1':
      return credentials.ha1;
    case 'jwt':
      return credentials.jwt;
    default:
      return assertNever(credentials);
  }
};

/** What proves who somebody is, in the settings of the deployment and of the accounts. */
export function secretsIn(
  { accounts: configured, iceServers, recording }: Pick<PhoneConfig, 'accounts' | 'iceServers' | 'recording'>,
  accounts: readonly AccountSettings[],
): readonly string[] {
  return [
    ...[...configured, ...accounts].map(({ credentials }) => secretOf(credentials)),
    ...iceServers.flatMap(({ credential }) => credential ?? []),
    ...(recording.token === null ? [] : [recording.token]),
  ];
}

/** How a secret may be written: as it is, in a URL, or within JSON. */
const spellings = (secret: string): readonly string[] => [
  secret,
  toUrlPart(secret),
  JSON.stringify(secret).slice(1, -1),
];

function toUrlPart(text: string): string {
  try {
    return encodeURIComponent(text);
  } catch {
    // Half a surrogate pair.
    return text;
  }
}

/** A text without these secrets, and without what URLs carry beside the place: user, password, query. */
export function redact(text: string, secrets: readonly string[]): string {
  const known = [...new Set(secrets.filter(({ length }) => length >= shortestSecret).flatMap(spellings))]
    // One may be a part of another.
    .sort((a, b) => b.length - a.length);
  return known
    .reduce((cleaner, secret) => cleaner.replaceAll(secret, hidden), text)
    .replaceAll(/(\/\/)[^\s/"]*@/g, `$1${hidden}@`)
    .replaceAll(/(\/[^\s"?]*)\?[^\s"]+/g, `$1?${hidden}`);
}
