import { describe, expect, it } from 'vitest';
import { createPhone, outgoing, s1 } from '#testing/call-phone.ts';
import { createFakeSignalling } from '#testing/fake-signalling.ts';
import { aliceAtExample } from '#testing/fake-softphone.ts';
import { asCallId, asSessionId } from '../shared/ids.ts';
import { createCallControls } from './call-controls.ts';
import { applySessionEvent } from './session-events.ts';

const c1 = asCallId('c1');
const c2 = asCallId('c2');
const carol = '"Carol" <sip:carol@example.com>;tag=9';

/** A connected call to Bob, and the peer's word in the test's hand. */
function setUp() {
  const phone = createPhone();
  const { handler } = phone;
  const signalling = createFakeSignalling();
  const port = signalling.create(aliceAtExample, [], {
    onAccountEvent: () => undefined,
    onIncomingSession: () => undefined,
    onSessionEvent: (sessionId, event) => applySessionEvent(handler, sessionId, event),
  });
  signalling.incoming({ sessionId: s1 });
  handler.attachSession(handler.registerOutgoingCall(outgoing), s1);
  handler.onCallEstablished({ sessionId: s1, state: 'Active' }, null, null);
  const media = () => phone.events.flatMap((event) => (event.kind === 'MediaEvent' ? [event.mediaType] : []));
  return { ...phone, signalling, media, controls: createCallControls(handler, () => port) };
}

describe('hold', () => {
  it('is on when the peer has agreed, and no sooner', async () => {
    const { controls, media, call } = setUp();
    const holding = controls.hold(c1);
    expect(controls.isOnHold(c1)).toBe(false);
    expect(call()?.holdChange).toBe('holding');
    await holding;
    expect([controls.isOnHold(c1), call()?.state, call()?.holdChange]).toEqual([true, 'Connected', null]);
    const resuming = controls.resume(c1);
    expect(call()?.holdChange).toBe('resuming');
    await resuming;
    expect(call()?.holdChange).toBeNull();
    expect(media()).toEqual([
      { kind: 'HoldStateChanged', onHold: true },
      { kind: 'HoldStateChanged', onHold: false },
    ]);
  });

  it('that the peer refuses leaves the call as it was', async () => {
    const { controls, media, signalling, call } = setUp();
    signalling.refuseWith('call/refused-by-peer');
    await expect(controls.hold(c1)).rejects.toThrow('call/refused-by-peer');
    expect(controls.isOnHold(c1)).toBe(false);
    expect(call()?.holdChange).toBeNull();
    expect(media()).toEqual([]);
  });

  it('is possible once, and resuming only a held call', async () => {
    const { controls, handler, signalling } = setUp();
    await expect(controls.resume(c1)).rejects.toThrow('call/not-possible-now');
    await controls.hold(c1);
    await expect(controls.hold(c1)).rejects.toThrow('call/not-possible-now');
    handler.hangUpCall(c1);
    await expect(controls.resume(c1)).rejects.toThrow('call/ended');
    expect(signalling.commands.map(({ kind }) => kind)).toEqual(['hold']);
  });

  it('is not possible where nobody is signed in', async () => {
    const { handler } = setUp();
    const controls = createCallControls(handler, () => null);
    await expect(controls.hold(c1)).rejects.toThrow('call/not-registered');
  });
});

describe('a call that is being transferred', () => {
  it('is held, taken back and muted like any other, and comes back as it is', async () => {
    const { controls, handler, call } = setUp();
    await controls.transfer(c1, 'sip:carol@example.com');
    await controls.hold(c1);
    expect(handler.setMuted(c1, true)).toBe(true);
    expect(call()).toMatchObject({ state: 'Proceeding', onHold: true, microphoneMuted: true });
    handler.onTransferProgress(s1, { Failed: '486 Busy Here' });
    expect(call()).toMatchObject({ state: 'Connected', onHold: true, microphoneMuted: true });
    await controls.resume(c1);
    expect(call()).toMatchObject({ state: 'Connected', onHold: false });
  });
});

describe('digits', () => {
  it('are told when they are sent, and never sent when one of them is none', async () => {
    const { controls, media, signalling } = setUp();
    await controls.sendDtmf(c1, '1#aD');
    await expect(controls.sendDtmf(c1, '12x')).rejects.toThrow('call/invalid-digits');
    expect(media()).toEqual([{ kind: 'DtmfSent', digits: '1#aD' }]);
    expect(signalling.commands).toEqual([{ kind: 'sendDtmf', sessionId: s1, digits: '1#aD' }]);
  });

  it('that were sent before one failed are told', async () => {
    const { controls, media, signalling } = setUp();
    signalling.refuseWith('call/refused-by-peer');
    const sent: string[] = [];
    const sending = controls.sendDtmf(c1, '123', (digit) => sent.push(digit));
    await expect(sending).rejects.toThrow('call/refused-by-peer');
    expect(sent).toEqual(['1', '2']);
    expect(media()).toEqual([{ kind: 'DtmfSent', digits: '12' }]);
    await expect(controls.sendDtmf(c1, '4')).rejects.toThrow('call/refused-by-peer');
    expect(media()).toHaveLength(1);
  });
});

describe('a transfer', () => {
  it('is under way while the peer tries, and gives the call back when it fails', async () => {
    const { controls, handler, call, media, events, moves } = setUp();
    await controls.transfer(c1, ' sip:carol@example.com ');
    expect(call()).toMatchObject({ state: 'Proceeding', transfer: { status: 'Accepted' } });
    handler.onTransferProgress(s1, 'Ringing');
    handler.onTransferProgress(s1, { Failed: '486 Busy Here' });
    handler.onTransferProgress(s1, 'Completed');
    expect(call()).toMatchObject({
      state: 'Connected',
      transfer: {
        initiator: 'local',
        targetUri: 'sip:carol@example.com',
        status: { Failed: '486 Busy Here' },
      },
    });
    expect(media()).toEqual([
      { kind: 'TransferInitiated', target: 'sip:carol@example.com', transferType: 'blind' },
    ]);
    expect(events.filter(({ kind }) => kind === 'TransferProgress')).toMatchObject([
      { callId: c1, status: 'Accepted' },
      { callId: c1, status: 'Ringing' },
      { callId: c1, status: { Failed: '486 Busy Here' } },
    ]);
    expect(moves().slice(-2)).toEqual(['Connected > Proceeding', 'Proceeding > Connected']);
  });

  it('that the peer will not try fails at once', async () => {
    const { controls, signalling, call } = setUp();
    signalling.refuseWith('call/refused-by-peer');
    await expect(controls.transfer(c1, 'tel:+15551234')).rejects.toThrow('call/refused-by-peer');
    expect(call()).toMatchObject({
      state: 'Connected',
      transfer: { status: { Failed: 'call/refused-by-peer' } },
    });
  });

  it.each([
    '',
    'carol',
    'javascript:alert(1)',
    'sip:',
    'sip:a b@x',
    'sip:a@x>\r\nEvil: 1',
    `sip:${'a'.repeat(2000)}@x`,
  ])('never goes to %j', async (target) => {
    const { controls, signalling, call } = setUp();
    await expect(controls.transfer(c1, target)).rejects.toThrow('call/invalid-target');
    expect([signalling.commands, call()?.transfer]).toEqual([[], null]);
  });

  it('is one at a time: the second has to wait for the first', async () => {
    const { controls, handler, signalling, call } = setUp();
    handler.onTransferStarted(c1, 'sip:carol@example.com', null);
    await expect(controls.transfer(c1, 'sip:dave@example.com')).rejects.toThrow('call/not-possible-now');
    await expect(controls.transferToCall(c1, c1)).rejects.toThrow('call/not-possible-now');
    expect([signalling.commands, call()?.transfer?.targetUri]).toEqual([[], 'sip:carol@example.com']);
  });

  it('never connects a call with itself', async () => {
    const { controls, signalling, call } = setUp();
    await expect(controls.transferToCall(c1, c1)).rejects.toThrow('call/not-possible-now');
    expect([signalling.commands, call()?.transfer]).toEqual([[], null]);
  });

  it('connects a call of ours with one from a number', async () => {
    const { controls, handler, signalling } = setUp();
    const sessionId = asSessionId('s2');
    const from = '"Carol" <tel:+15551234;phone-context=example.com>;tag=9';
    handler.setEventHandler({ onIncomingCall: () => ({ kind: 'ignore' }) });
    void handler.onIncomingCall({ sessionId, from, to: '<sip:alice@x>', sdp: null, headers: {} });
    handler.onCallEstablished({ sessionId, state: 'Active' }, null, null);
    await controls.transferToCall(c1, c2);
    expect(signalling.commands).toMatchObject([
      { kind: 'transfer', targetUri: 'tel:+15551234;phone-context=example.com', replaces: sessionId },
    ]);
  });

  it('connects two calls of ours, by the address of the second without its name', async () => {
    const { controls, handler, signalling } = setUp();
    const sessionId = asSessionId('s2');
    handler.setEventHandler({ onIncomingCall: () => ({ kind: 'ignore' }) });
    void handler.onIncomingCall({ sessionId, from: carol, to: '<sip:alice@x>', sdp: null, headers: {} });
    await expect(controls.transferToCall(c1, c2)).rejects.toThrow('call/not-connected');
    handler.onCallEstablished({ sessionId, state: 'Active' }, null, null);
    await controls.transferToCall(c1, c2);
    expect(signalling.commands).toEqual([
      { kind: 'transfer', sessionId: s1, targetUri: 'sip:carol@example.com', replaces: sessionId },
    ]);
  });
});
