import { createHash, randomBytes } from 'node:crypto';
import type { IncomingRequest } from '../message/envelope.ts';
import { headerValues } from '../message/message.ts';
import { parseVia } from '../message/via.ts';

const magicCookie = 'z9hG4bK';

/** What a looped request has in common with its first coming (RFC 3261 §16.6 step 8). */
function fingerprint({ request, callId, fromTag, toTag, cseq }: IncomingRequest): string {
  const parts = [request.requestUri, callId, fromTag ?? '', toTag ?? '', cseq, request.method];
  return createHash('sha256').update(parts.join('\n')).digest('hex').slice(0, 16);
}

/** A branch that is new and by which `isLooped` knows the request again. */
export const createBranch = (incoming: IncomingRequest): string =>
  `${magicCookie}${fingerprint(incoming)}.${randomBytes(9).toString('base64url')}`;

/** Whether the request came through here before with nothing changed (RFC 3261 §16.3 step 4). */
export function isLooped(incoming: IncomingRequest, domain: string): boolean {
  const mark = `${magicCookie}${fingerprint(incoming)}.`;
  return headerValues(incoming.request.headers, 'Via').some((value) => {
    const via = parseVia(value);
    return via !== null && via.sentBy === domain && via.branch.startsWith(mark);
  });
}
