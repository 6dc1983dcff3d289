import { headerValue, type SipRequest, type SipResponse } from '../exchange/message/message.ts';
import type { RequestParts, SipClient } from './sip-client.ts';

/** Sends an INVITE with credentials. */
export const call = (caller: SipClient, target: string, parts: RequestParts = {}) =>
  caller.prove(
    caller.build('INVITE', target, {
      ...parts,
      headers: [`Contact: <${caller.contactUri}>`, ...(parts.headers ?? [])],
    }),
  );

/** A request within the dialog that `invite` and its answer made, from the caller. */
export const within = (
  caller: SipClient,
  method: string,
  invite: SipRequest,
  answer: SipResponse,
  headers: readonly string[] = [],
  parts: Pick<RequestParts, 'cseq' | 'body'> = {},
) =>
  caller.request(method, /<(.*)>/u.exec(headerValue(answer.headers, 'Contact') ?? '')?.[1] ?? '', {
    callId: headerValue(invite.headers, 'Call-ID') ?? '',
    cseq: 10,
    from: headerValue(invite.headers, 'From') ?? '',
    to: headerValue(answer.headers, 'To') ?? '',
    headers: [`Contact: <${caller.contactUri}>`, ...headers],
    ...parts,
  });

/** The same from the callee, whose From and To are the other way round. */
export const withinFromCallee = (
  callee: SipClient,
  method: string,
  invite: SipRequest,
  toTag: string,
  headers: readonly string[] = [],
) =>
  callee.request(method, /<(.*)>/u.exec(headerValue(invite.headers, 'Contact') ?? '')?.[1] ?? '', {
    callId: headerValue(invite.headers, 'Call-ID') ?? '',
    from: `${headerValue(invite.headers, 'To')};tag=${toTag}`,
    to: headerValue(invite.headers, 'From') ?? '',
    headers: [`Contact: <${callee.contactUri}>`, ...headers],
  });

export const contactHeader = (client: SipClient) => [{ name: 'Contact', value: `<${client.contactUri}>` }];

export async function establish(caller: SipClient, callee: SipClient) {
  const invite = await call(caller, `sip:${callee.user}@localhost`);
  const arrived = await callee.received('INVITE');
  callee.reply(arrived, 180, { toTag: 'callee' });
  await caller.response(invite, 180);
  callee.reply(arrived, 200, { toTag: 'callee', headers: contactHeader(callee) });
  const answer = await caller.response(invite, 200);
  within(caller, 'ACK', invite, answer);
  await callee.received('ACK');
  return { invite, arrived, answer };
}
