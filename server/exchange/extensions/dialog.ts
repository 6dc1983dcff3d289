import { randomBytes } from 'node:crypto';
import type { IncomingRequest } from '../message/envelope.ts';
import { emptyBody, headerValue, headerValues, type SipRequest } from '../message/message.ts';
import { parseNameAddr } from '../message/name-addr.ts';

/** Where requests come back to an extension: to its exchange, or to a server of its own behind another one. */
export interface ReachedAt {
  /** With a port where it is not the transport's usual one. */
  readonly host: string;
  readonly transport: 'WS' | 'UDP';
}

/** An extension's half of a dialog that somebody opened by an INVITE (RFC 3261 §12.1.1). */
export interface Dialog {
  readonly localTag: string;
  /** Where the peer can be reached now. */
  readonly remoteTarget: () => string;
  readonly matches: (incoming: IncomingRequest) => boolean;
  /** Takes a request's CSeq and Contact over; false for one that was overtaken (RFC 3261 §12.2.2). */
  readonly advance: (incoming: IncomingRequest) => boolean;
  /** A BYE to the peer. */
  readonly createBye: () => SipRequest;
}

export function createDialog(invite: IncomingRequest, localTag: string, reachedAt: ReachedAt): Dialog {
  const { headers } = invite.request;
  const { host, transport } = reachedAt;
  const value = (name: string) => headerValue(headers, name) ?? '';
  const contactOf = (incoming: IncomingRequest) =>
    parseNameAddr(headerValue(incoming.request.headers, 'Contact') ?? '')?.uri;
  let remoteTarget = contactOf(invite) ?? invite.from.uri;
  let remoteSequence = invite.cseq;

  return {
    localTag,
    remoteTarget: () => remoteTarget,
    matches: ({ callId, fromTag, toTag }) =>
      callId === invite.callId && fromTag === invite.fromTag && toTag === localTag,
    advance(incoming) {
      if (incoming.cseq <= remoteSequence) return false;
      remoteSequence = incoming.cseq;
      const { method } = incoming.request;
      if (method === 'INVITE' || method === 'UPDATE') remoteTarget = contactOf(incoming) ?? remoteTarget;
      return true;
    },
    createBye: () => ({
      kind: 'request',
      method: 'BYE',
      requestUri: remoteTarget,
      headers: [
        {
          name: 'Via',
          value: `SIP/2.0/${transport} ${host};branch=z9hG4bK${randomBytes(12).toString('base64url')}`,
        },
        { name: 'Max-Forwards', value: '70' },
        { name: 'From', value: `${value('To')};tag=${localTag}` },
        { name: 'To', value: value('From') },
        { name: 'Call-ID', value: invite.callId },
        { name: 'CSeq', value: '1 BYE' },
        ...headerValues(headers, 'Record-Route').map((route) => ({ name: 'Route', value: route })),
      ],
      body: emptyBody,
    }),
  };
}
