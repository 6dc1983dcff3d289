import { describe, expect, it } from 'vitest';
import { createPhone, incoming, outgoing, s1 } from '#testing/call-phone.ts';
import { asCallId } from '../shared/ids.ts';

const c1 = asCallId('c1');
const carol = 'sip:carol@example.com';

function connect() {
  const phone = createPhone();
  phone.handler.attachSession(phone.handler.registerOutgoingCall(outgoing), s1);
  phone.handler.onCallEstablished({ sessionId: s1, state: 'Active' }, null, null);
  const told = () =>
    phone.events.flatMap((event) => (event.kind === 'TransferProgress' ? [event.status] : []));
  return { ...phone, told };
}

describe('a transfer that was asked for here', () => {
  it('is under way with the first NOTIFY, and the 202 that it overtook is no news', () => {
    const { handler, call, told } = connect();
    handler.onTransferStarted(c1, carol, null);
    for (const status of ['Ringing', 'Accepted', 'Ringing'] as const) handler.onTransferProgress(s1, status);
    expect(call()).toMatchObject({ state: 'Proceeding', transfer: { status: 'Ringing' } });
    expect(told()).toEqual(['Ringing']);
  });

  it('begins with a call that is connected only, and connects none', () => {
    const { handler, call, events } = createPhone();
    handler.setEventHandler({ onIncomingCall: () => ({ kind: 'ignore' }) });
    void handler.onIncomingCall(incoming());
    handler.onTransferStarted(c1, carol, null);
    handler.onTransferProgress(s1, 'Accepted');
    handler.onTransferProgress(s1, { Failed: '486' });
    expect(call()).toMatchObject({ state: 'IncomingPending', transfer: null });
    expect(events).toHaveLength(1);
  });

  it('is let go of once the person has read that it failed', () => {
    const { handler, call } = connect();
    handler.onTransferStarted(c1, carol, null);
    handler.dismissTransfer(c1);
    expect(call()?.transfer).toMatchObject({ status: 'Requested' });
    handler.onTransferProgress(s1, { Failed: '486 Busy Here' });
    handler.dismissTransfer(c1);
    expect(call()?.transfer).toBeNull();
  });

  it('is not forgotten for one that the remote party asks for meanwhile', () => {
    const { handler, call } = connect();
    handler.onTransferStarted(c1, carol, null);
    handler.onTransferRequested(s1, { targetUri: 'sip:x@y', referredBy: null, isAttended: false });
    handler.onTransferProgress(s1, 'Completed');
    expect(call()?.transfer).toMatchObject({ initiator: 'local', targetUri: carol, status: 'Completed' });
  });

  it('ends with its call, whatever is said of it afterwards', () => {
    const { handler, call, told } = connect();
    handler.onTransferStarted(c1, carol, null);
    handler.onTransferProgress(s1, 'Accepted');
    handler.hangUpCall(c1);
    const ended = call();
    handler.onTransferProgress(s1, { Failed: '486' });
    expect(call()).toBe(ended);
    expect(told()).toEqual(['Accepted']);
  });
});

describe('a transfer that the remote party asks for', () => {
  it('is told with a number as it is with an address', () => {
    const { handler, call, events } = connect();
    const request = { targetUri: 'tel:+15551234', referredBy: '<sip:bob@example.com>', isAttended: true };
    handler.onTransferRequested(s1, request);
    expect(events.at(-1)).toMatchObject({ kind: 'IncomingTransferRequest', ...request });
    expect(call()?.transfer).toMatchObject({ initiator: 'remote', targetUri: 'tel:+15551234' });
    expect(handler.declineTransfer(c1)).toBe(s1);
    expect(handler.declineTransfer(c1)).toBeNull();
  });
});
