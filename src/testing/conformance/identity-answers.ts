import {
  extractCallId,
  extractDisplayName,
  extractDisplayNameFromHeader,
  extractSubject,
} from '#core/identity/display-name.ts';
import type { ReceivedHeaders } from '#core/call/call-info.ts';
import { isAnonymous } from '#core/identity/anonymity.ts';
import { readIdentities } from '#core/identity/asserted-identity.ts';
import { identifyCaller } from '#core/identity/caller-identity.ts';

interface WithHeaders {
  readonly headers: ReceivedHeaders;
}

/** Several fields of one name stand in a list; a received message has them joined (RFC 3261 §7.3.1). */
const joinFields = (headers: Readonly<Record<string, string | readonly string[]>>): ReceivedHeaders =>
  Object.fromEntries(
    Object.entries(headers).map(([name, value]) => [
      name,
      typeof value === 'string' ? value : value.join(', '),
    ]),
  );

interface PolicyInput {
  readonly from: string;
  readonly pai?: string | null;
  readonly trustAsserted: boolean;
  readonly privacyId: boolean;
}

export const identityAnswers = {
  extract_display_name: ({ uri, headers }: WithHeaders & { readonly uri: string }) =>
    extractDisplayName(uri, headers),
  extract_display_name_from_header: extractDisplayNameFromHeader,
  extract_subject: ({ headers }: WithHeaders) => extractSubject(headers),
  extract_call_id: ({ headers }: WithHeaders) => extractCallId(headers),
  identity_asserted_list: ({ headers }: { readonly headers: Parameters<typeof joinFields>[0] }) =>
    readIdentities(joinFields(headers), 'P-Asserted-Identity'),
  identity_is_anonymous: isAnonymous,
  identity_policy({ from, pai, trustAsserted, privacyId }: PolicyInput) {
    const headers = {
      From: from,
      ...(pai ? { 'P-Asserted-Identity': pai } : {}),
      ...(privacyId ? { Privacy: 'id' } : {}),
    };
    return identifyCaller(from, headers, { trustAsserted }).displayName;
  },
};
