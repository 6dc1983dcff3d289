import type { CallEnd } from '#core/call/call-end.ts';
import type { ConferenceMembers } from '#core/call/conference.ts';
import type { CallId } from '#core/shared/ids.ts';
import { createStore } from '#core/shared/store.ts';
import type { Softphone } from '#core/softphone-types.ts';
import type { FakeCallBook } from './fake-call-book.ts';
import type { FakeCommand } from './fake-softphone.ts';

/** What a person does in calls that are on, with the effects that a page would see. */
export function createFakeTalkingCommands(
  book: FakeCallBook,
  end: (callId: CallId, cause: CallEnd['cause']) => void,
  commands: FakeCommand[],
): Pick<
  Softphone,
  | 'setMuted'
  | 'hold'
  | 'resume'
  | 'sendDtmf'
  | 'transfer'
  | 'conference'
  | 'bringTogether'
  | 'takeApart'
  | 'acceptTransfer'
  | 'declineTransfer'
  | 'dismissTransfer'
  | 'transferToCall'
> {
  const conference = createStore<ConferenceMembers>(new Set());
  return {
    setMuted(callId, muted) {
      commands.push(['setMuted', callId, muted]);
      book.change(callId, { microphoneMuted: muted });
    },
    hold(callId) {
      commands.push(['hold', callId]);
      book.change(callId, { onHold: true });
      return Promise.resolve();
    },
    resume(callId) {
      commands.push(['resume', callId]);
      book.change(callId, { onHold: false });
      return Promise.resolve();
    },
    sendDtmf(callId, digits) {
      commands.push(['sendDtmf', callId, digits]);
      return Promise.resolve();
    },
    transfer(callId, targetUri) {
      commands.push(['transfer', callId, targetUri]);
      end(callId, 'hung-up');
      return Promise.resolve();
    },
    conference,
    bringTogether() {
      commands.push(['bringTogether']);
      conference.setState(new Set(book.store.getState().liveCalls.keys()));
      return Promise.resolve();
    },
    takeApart(callId) {
      commands.push(['takeApart', callId]);
      conference.setState(new Set());
      return Promise.resolve();
    },
    acceptTransfer(callId) {
      commands.push(['acceptTransfer', callId]);
      return null;
    },
    declineTransfer(callId) {
      commands.push(['declineTransfer', callId]);
      const call = book.get(callId);
      if (call?.transfer)
        book.change(callId, { transfer: { ...call.transfer, status: { Failed: 'Declined' } } });
    },
    dismissTransfer(callId) {
      commands.push(['dismissTransfer', callId]);
      book.change(callId, { transfer: null });
    },
    transferToCall(callId, consultation) {
      commands.push(['transferToCall', callId, consultation]);
      end(callId, 'hung-up');
      return Promise.resolve();
    },
  };
}
