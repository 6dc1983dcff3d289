import { createHash, timingSafeEqual } from 'node:crypto';
import type { IncomingMessage, ServerResponse } from 'node:http';
import { sendText } from '../http/respond.ts';

/** Whether a request shows this token (RFC 6750 §2.1). Takes as long for one that is nearly right as for any other. */
export function showsToken({ headers }: IncomingMessage, token: string): boolean {
  const shown = /^bearer +([^ ]+) *$/i.exec(headers.authorization ?? '')?.[1] ?? '';
  return timingSafeEqual(digest(shown), digest(token));
}

/** Answers a request that shows no token, or a wrong one: 401 (RFC 6750 §3). */
export function refuseStranger(response: ServerResponse): void {
  response.setHeader('www-authenticate', 'Bearer realm="recordings"');
  sendText(
    response,
    401,
    'This recording server wants a token: set recording.token in the config.json of the phone.',
  );
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
