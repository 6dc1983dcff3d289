import { describe, expect, it } from 'vitest';
import { byeFromBob, createPhone, outgoing, s1 } from '#testing/call-phone.ts';
import { asCallId } from '../shared/ids.ts';

const c1 = asCallId('c1');
const active = { sessionId: s1, state: 'Active' } as const;

function place() {
  const phone = createPhone();
  phone.handler.attachSession(phone.handler.registerOutgoingCall(outgoing), s1);
  return phone;
}

function connect() {
  const phone = place();
  phone.handler.onCallEstablished(active, 'offer', 'answer');
  return phone;
}

describe('an answered call', () => {
  it.each(['Connected', 'Proceeding'])('that is %s never rings or begins again', (state) => {
    const { handler, call } = connect();
    if (state === 'Proceeding') handler.onCallStateChanged(s1, 'Transferring', null);
    const before = call();
    handler.onCallStateChanged(s1, 'Ringing', null);
    handler.onCallStateChanged(s1, 'Initiating', null);
    handler.onCallProgress(s1, 180, 'Ringing');
    handler.updateCallInfoFromSession(c1, { sessionId: s1, state: 'Ringing' });
    expect(call()).toBe(before);
    expect(call()?.state).toBe(state);
  });

  it('ends as terminated, though its session says that it was cancelled', () => {
    const ends = [
      ({ handler }: ReturnType<typeof connect>) =>
        handler.onCallEnded({ sessionId: s1, state: 'Cancelled' }, byeFromBob),
      ({ handler }: ReturnType<typeof connect>) => handler.onCallStateChanged(s1, 'Cancelled', 'gone'),
      ({ handler }: ReturnType<typeof connect>) =>
        handler.updateCallInfoFromSession(c1, { sessionId: s1, state: 'Cancelled' }),
    ];
    for (const end of ends) {
      const phone = connect();
      end(phone);
      expect(phone.moves().at(-1)).toBe('Connected > Terminated');
      expect(phone.call()).toMatchObject({ state: 'Terminated', end: { cause: 'hung-up' } });
    }
  });

  it('keeps what it is when its session fails', () => {
    const { handler, call } = connect();
    handler.onCallEnded({ sessionId: s1, state: { Failed: 'x' } }, byeFromBob);
    expect(call()).toMatchObject({ state: 'Failed', wasConnectedWhenEnded: true });
  });

  it('is described anew when it is established again', () => {
    const { handler, call, moves } = connect();
    handler.onCallEstablished(active, 'offer 2', null);
    expect(call()).toMatchObject({ localSdp: 'offer 2', remoteSdp: 'answer' });
    expect(moves()).toHaveLength(2);
  });
});

describe('a call whose end is under way', () => {
  it('is changed by nothing but its end', () => {
    const { handler, call, events } = connect();
    handler.onCallStateChanged(s1, 'Terminating', null);
    const before = call();
    const told = events.length;
    handler.onCallEstablished(active, 'late offer', 'late answer');
    handler.onCallConfirmed(s1);
    handler.onMediaNegotiated(s1, 'late offer', 'late answer');
    handler.onCallProgress(s1, 183, '');
    handler.onTransferStarted(c1, 'sip:x', null);
    expect([call(), events.length]).toEqual([before, told]);
    expect(call()).toBe(before);
  });

  it('that nobody had answered stays so', () => {
    const { handler, call } = place();
    handler.onCallStateChanged(s1, 'Terminating', null);
    handler.onCallEstablished(active, 'offer', 'answer');
    handler.onCallEnded({ sessionId: s1, state: 'Terminating' }, byeFromBob);
    expect(call()).toMatchObject({ state: 'Cancelled', connectedAt: null, localSdp: null });
  });
});

describe('a call that nobody has answered', () => {
  it('is not confirmed by an ACK', () => {
    const { handler, call } = place();
    handler.onCallConfirmed(s1);
    expect(call()?.confirmedAt).toBeUndefined();
  });

  it('goes from ringing to early media and back, as the responses come', () => {
    const { handler, moves } = place();
    for (const sipCode of [180, 183, 180]) handler.onCallProgress(s1, sipCode, '');
    expect(moves().slice(1)).toEqual([
      'Initiating > Ringing',
      'Ringing > Proceeding',
      'Proceeding > Ringing',
    ]);
  });
});
