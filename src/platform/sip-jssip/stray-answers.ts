import type { UA } from 'jssip';
import Dialog from 'jssip/lib/Dialog.js';
import type { RTCSession } from 'jssip/lib/RTCSession';
import type { OutgoingRTCSessionEvent } from 'jssip/lib/UA';
import {
  isWithinDialog,
  onNewTransaction,
  type InviteClientTransaction,
  type JssipResponse,
} from './transactions.ts';

/**
 * Acknowledges and ends every dialog that an INVITE of ours has made and that nobody wants (RFC 3261 §13.2.2.4): of a 200
 * that crosses our CANCEL, and of a second telephone that answers the same call. JsSIP says nothing to the first, whose
 * telephone then talks to nobody, and ends the call that is on for the second.
 */
export function endStrayAnswers(ua: UA): void {
  const sessions = new Map<string, RTCSession>();
  ua.on('newRTCSession', ({ session, request }: OutgoingRTCSessionEvent) => {
    // JsSIP's own enum for the direction exists in its types only.
    if ((session.direction as string) !== 'outgoing') return;
    sessions.set(request.call_id, session);
    const forget = () => sessions.delete(request.call_id);
    session.on('failed', forget);
    session.on('ended', forget);
  });

  const follow = (transaction: InviteClientTransaction, session: RTCSession): void => {
    const { eventHandlers } = transaction;
    const strays = new Map<string, Dialog>();
    let answeredTag: string | null = null;
    const end = (response: JssipResponse): void => {
      const known = strays.get(response.to_tag);
      const dialog = known ?? new Dialog(strayOwner(ua), response, 'UAC');
      // Without a Contact there is nobody to send it to.
      if (dialog.error !== undefined) return;
      strays.set(response.to_tag, dialog);
      dialog.sendRequest('ACK');
      if (known !== undefined) return;
      dialog.sendRequest('BYE');
      dialog.terminate();
    };
    transaction.eventHandlers = {
      ...eventHandlers,
      onReceiveResponse(response) {
        const isAnswer = response.status_code >= 200 && response.status_code < 300;
        if (isAnswer && !session.isEnded()) answeredTag ??= response.to_tag;
        if (isAnswer && (session.isEnded() || answeredTag !== response.to_tag)) end(response);
        else eventHandlers.onReceiveResponse(response);
      },
    };
  };

  onNewTransaction(ua, (transaction) => {
    if (transaction.type !== 'ict' || isWithinDialog(transaction.request)) return;
    const session = sessions.get(transaction.request.call_id);
    if (session !== undefined) follow(transaction, session);
  });
}

/** What JsSIP wants to know of whoever has a dialog. */
const strayOwner = (ua: UA) => ({ _ua: ua, receiveRequest: () => undefined });
