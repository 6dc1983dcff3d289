import type { Clock } from '#core/shared/clock.ts';
import type { Logger } from '#core/shared/logger.ts';
import type { IncomingRequest } from '../message/envelope.ts';
import { headerValue, headerValues, type Header, type SipRequest } from '../message/message.ts';
import { respond, type ResponseParts } from '../message/respond.ts';
import type { ServerTransaction } from '../transaction/server-transaction.ts';
import { timers } from '../transaction/timers.ts';
import { createDialog, type Dialog, type ReachedAt } from './dialog.ts';
import { NoCommonCodecError, type MediaKind, type MediaSession, type OpenMedia } from './media.ts';

/**
 * One call that `echo` or `tone` answered.
 *
 * ```
 *  negotiating ──200──► answered ──ACK──► established ──BYE, media lost, no ACK──► ended
 *       └──CANCEL, no common codec, media lost──► ended
 * ```
 */
export interface ExtensionCall {
  readonly dialog: Dialog;
  /** A request within the dialog. */
  readonly onRequest: (transaction: ServerTransaction) => void;
  readonly onAck: () => void;
  /** Sends BYE where that makes sense, and frees everything. Idempotent. */
  readonly end: () => Promise<void>;
}

export interface CallDeps {
  readonly reachedAt: ReachedAt;
  readonly name: string;
  readonly media: MediaKind;
  readonly openMedia: OpenMedia;
  readonly logger: Logger;
  readonly clock: Clock;
  readonly createTag: () => string;
  /** Sends a request within the dialog to wherever its Request-URI leads now. */
  readonly send: (request: SipRequest) => void;
  readonly onEnded: (call: ExtensionCall) => void;
}

export const extensionAllow = 'INVITE, ACK, CANCEL, BYE, OPTIONS, INFO, UPDATE';

/** Answers an INVITE. The call is there before the answer is: its media may take a moment. */
export function answerCall(invite: ServerTransaction, deps: CallDeps): ExtensionCall {
  const dialog = createDialog(invite.incoming, deps.createTag(), deps.reachedAt);
  let media: MediaSession | null = null;
  let negotiating = true;
  let ended = false;
  let cancelAckTimer = () => {};

  const answer = (transaction: ServerTransaction, status: number, parts: ResponseParts = {}) =>
    transaction.respond(
      respond(transaction.incoming.request.headers, status, { toTag: dialog.localTag, ...parts }),
    );
  const { host, transport } = deps.reachedAt;
  const targetHeaders: readonly Header[] = [
    { name: 'Contact', value: `<sip:${deps.name}@${host};transport=${transport.toLowerCase()}>` },
    { name: 'Allow', value: extensionAllow },
  ];
  // The way of the dialog's later requests (RFC 3261 §12.1.1).
  const recordRoute = headerValues(invite.incoming.request.headers, 'Record-Route');
  const sessionHeaders = [
    ...recordRoute.map((value) => ({ name: 'Record-Route', value })),
    ...targetHeaders,
    { name: 'Content-Type', value: 'application/sdp' },
  ];
  const answerWith = (transaction: ServerTransaction, sdp: string) =>
    answer(transaction, 200, { headers: sessionHeaders, body: Buffer.from(sdp) });

  const finish = async (withBye: boolean) => {
    if (ended) return;
    ended = true;
    cancelAckTimer();
    deps.onEnded(call);
    if (withBye) deps.send(dialog.createBye());
    await media?.close();
  };
  const finishLater = (withBye: boolean) => {
    finish(withBye).catch((error: unknown) => deps.logger.error('extension call did not close', { error }));
  };

  const onLost = () => {
    const isAnswered = !invite.pending();
    if (!isAnswered) answer(invite, 488);
    finishLater(isAnswered);
  };

  const open = async () => {
    answer(invite, 100);
    const offer = readOffer(invite.incoming);
    if (offer === null) throw new NoCommonCodecError();
    media = await deps.openMedia(deps.media, offer, onLost);
    if (ended) return media.close();
    negotiating = false;
    answerWith(invite, media.answer);
    cancelAckTimer = deps.clock.setTimer(() => finishLater(true), timers.transactionMs);
    return undefined;
  };

  const renegotiate = async (transaction: ServerTransaction) => {
    const offer = readOffer(transaction.incoming);
    const { method } = transaction.incoming.request;
    // An UPDATE without an offer refreshes the session timer; an INVITE without one wants ours, which we do not make.
    if (offer === null && method === 'UPDATE') return answer(transaction, 200, { headers: targetHeaders });
    if (offer === null) return answer(transaction, 488);
    if (negotiating || media === null) return answer(transaction, 491);
    negotiating = true;
    try {
      answerWith(transaction, await media.renegotiate(offer));
    } catch {
      answer(transaction, 488);
    } finally {
      negotiating = false;
    }
    return undefined;
  };

  const call: ExtensionCall = {
    dialog,
    onRequest(transaction) {
      const { method } = transaction.incoming.request;
      if (!dialog.advance(transaction.incoming)) return answer(transaction, 500, { reason: 'Out of Order' });
      switch (method) {
        case 'BYE':
          answer(transaction, 200);
          return finishLater(false);
        case 'INVITE':
        case 'UPDATE':
          void renegotiate(transaction);
          return undefined;
        case 'INFO':
        case 'OPTIONS':
          return answer(transaction, 200, { headers: [{ name: 'Allow', value: extensionAllow }] });
        default:
          return answer(transaction, 405, { headers: [{ name: 'Allow', value: extensionAllow }] });
      }
    },
    onAck: () => cancelAckTimer(),
    end: () => finish(!invite.pending()),
  };

  invite.onGivenUp(() => {
    answer(invite, 487);
    finishLater(false);
  });
  open().catch((error: unknown) => {
    const understood = error instanceof NoCommonCodecError;
    if (!understood)
      deps.logger.warn('extension could not answer', { name: deps.name, error: String(error) });
    answer(invite, 488);
    finishLater(false);
  });
  return call;
}

/** The SDP of a request; null when it has none. */
function readOffer({ request }: IncomingRequest): string | null {
  const type = headerValue(request.headers, 'Content-Type') ?? '';
  const isSdp = /^application\/sdp\s*(?:;|$)/iu.test(type);
  return isSdp && request.body.length > 0 ? request.body.toString('utf8') : null;
}
