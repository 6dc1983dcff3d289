import {
  extractCallId,
  extractDisplayName,
  extractDisplayNameFromHeader,
  extractSubject,
} from '#core/identity/display-name.ts';
import type { ReceivedHeaders } from '#core/call/call-info.ts';

interface WithHeaders {
  readonly headers: ReceivedHeaders;
}

export const identityAnswers = {
  extract_display_name: ({ uri, headers }: WithHeaders & { readonly uri: string }) =>
    extractDisplayName(uri, headers),
  extract_display_name_from_header: extractDisplayNameFromHeader,
  extract_subject: ({ headers }: WithHeaders) => extractSubject(headers),
  extract_call_id: ({ headers }: WithHeaders) => extractCallId(headers),
};
