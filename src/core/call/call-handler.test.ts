import { describe, expect, it } from 'vitest';
import { byeFromBob, codeOf, createPhone, outgoing, s1 } from '#testing/call-phone.ts';
import { asCallId, asSessionId } from '../shared/ids.ts';
import type { CallEnd } from './call-end.ts';
import type { ClientEvent } from './client-event.ts';

describe('an outgoing call', () => {
  it('is known before there is a session, and followed to its end', () => {
    const { handler, at, call, moves } = createPhone();
    at(1000);
    const callId = handler.registerOutgoingCall(outgoing);
    expect(call()).toMatchObject({ state: 'Initiating', createdAt: 1000, sipCallId: '' });
    expect(handler.attachSession(callId, s1)).toBe(true);
    expect(handler.attachSession(callId, s1, 'cid@host')).toBe(true);
    handler.onCallProgress(s1, 180, 'Ringing');
    handler.onCallProgress(s1, 183, 'Session Progress');
    at(2000);
    handler.onCallEstablished({ sessionId: s1, state: 'Active' }, 'offer', 'answer');
    at(5000);
    handler.onCallEnded({ sessionId: s1, state: 'Terminated' }, byeFromBob);
    expect(call()).toMatchObject({
      state: 'Terminated',
      sipCallId: 'cid@host',
      connectedAt: 2000,
      endedAt: 5000,
      localSdp: 'offer',
      remoteSdp: 'answer',
      end: byeFromBob,
      wasConnectedWhenEnded: true,
    });
    expect(moves()).toEqual([
      'null > Initiating',
      'Initiating > Ringing',
      'Ringing > Proceeding',
      'Proceeding > Connected',
      'Connected > Terminated',
    ]);
    expect(handler.store.getState().callMapping.size).toBe(0);
  });

  it('does not go back to ringing when a provisional response comes after the answer', () => {
    const { handler, call } = createPhone();
    handler.attachSession(handler.registerOutgoingCall(outgoing), s1);
    handler.onCallEstablished({ sessionId: s1, state: 'Active' }, null, null);
    handler.onCallProgress(s1, 183, 'Session Progress');
    expect(call()?.state).toBe('Connected');
  });

  it('wants no session that comes after the person hung up', () => {
    const { handler, call } = createPhone();
    const callId = handler.registerOutgoingCall(outgoing);
    expect(handler.hangUpCall(callId)).toBeNull();
    expect(call()).toMatchObject({ state: 'Cancelled', end: { cause: 'cancelled', initiator: 'local' } });
    expect(handler.attachSession(callId, s1)).toBe(false);
    expect(handler.store.getState().callMapping.size).toBe(0);
  });

  it('keeps one session, and a session keeps one call', () => {
    const { handler } = createPhone();
    const first = handler.registerOutgoingCall(outgoing);
    const second = handler.registerOutgoingCall(outgoing);
    expect(handler.attachSession(first, s1)).toBe(true);
    expect(handler.attachSession(second, s1)).toBe(false);
    expect(handler.attachSession(first, asSessionId('s2'))).toBe(false);
    expect([...handler.store.getState().callMapping]).toEqual([[s1, first]]);
  });

  it('fails with the error that kept it from having a session', () => {
    const { handler, call, moves } = createPhone();
    const callId = handler.registerOutgoingCall(outgoing);
    const end: CallEnd = { cause: 'microphone', initiator: 'local', sipCode: null, reason: 'denied' };
    handler.endCall(callId, end, { code: 'media/permission-denied' });
    handler.endCall(callId, byeFromBob);
    expect(call()).toMatchObject({ state: 'Failed', end, error: { code: 'media/permission-denied' } });
    expect(moves()).toEqual(['null > Initiating', 'Initiating > Failed']);
  });

  it('is refused when there are too many', () => {
    const { handler } = createPhone({ maxConcurrentCalls: 1 });
    const callId = handler.registerOutgoingCall(outgoing);
    expect(codeOf(() => handler.registerOutgoingCall(outgoing))).toBe('call/too-many-calls');
    handler.hangUpCall(callId);
    expect(codeOf(() => handler.registerOutgoingCall(outgoing))).toBeNull();
  });
});

describe('any call', () => {
  it('remembers that it was answered through the two steps of its end', () => {
    const { handler, call, moves } = createPhone();
    handler.attachSession(handler.registerOutgoingCall(outgoing), s1);
    handler.onCallEstablished({ sessionId: s1, state: 'Active' }, null, null);
    expect(handler.onCallStateChanged(s1, 'Terminating', null)).toEqual({ sessionId: s1, layer: 'Client' });
    expect(handler.onCallStateChanged(s1, 'Terminating', null)).toBeNull();
    handler.onCallEstablished({ sessionId: s1, state: 'Active' }, null, null);
    handler.onCallEnded({ sessionId: s1, state: 'Terminating' }, byeFromBob);
    expect(call()).toMatchObject({ state: 'Terminated', wasConnectedWhenEnded: true });
    expect(moves().slice(2)).toEqual(['Connected > Terminating', 'Terminating > Terminated']);
  });

  it('can be muted while it is connected only', () => {
    const { handler, call, events } = createPhone();
    const callId = handler.registerOutgoingCall(outgoing);
    handler.attachSession(callId, s1);
    expect(handler.setMuted(callId, true)).toBe(false);
    handler.onCallEstablished({ sessionId: s1, state: 'Active' }, null, null);
    expect([handler.setMuted(callId, true), handler.setMuted(callId, true)]).toEqual([true, true]);
    expect(call()?.microphoneMuted).toBe(true);
    expect(events.filter(({ kind }) => kind === 'MediaEvent')).toMatchObject([
      { callId, mediaType: { kind: 'MicrophoneStateChanged', muted: true } },
    ]);
    expect(handler.setMuted(asCallId('nobody'), true)).toBe(false);
  });

  it('that never was cannot be answered, rejected or hung up', () => {
    const { handler } = createPhone();
    const nobody = asCallId('nobody');
    for (const command of [handler.answerCall, handler.rejectCall, handler.hangUpCall]) {
      expect(codeOf(() => command(nobody))).toBe('call/not-found');
    }
  });

  it('that has not changed stays the same object when another one changes', () => {
    const { handler, call } = createPhone();
    handler.registerOutgoingCall(outgoing);
    const second = handler.registerOutgoingCall(outgoing);
    const before = call('c1');
    const state = handler.store.getState();
    handler.attachSession(second, s1);
    expect(handler.store.getState().callInfo).toBe(state.callInfo);
    handler.onCallProgress(s1, 180, 'Ringing');
    expect(handler.store.getState().callInfo).not.toBe(state.callInfo);
    expect(call('c1')).toBe(before);
  });

  it('is forgotten when the history is full', () => {
    const { handler } = createPhone({ historyLimit: 2 });
    const live = handler.registerOutgoingCall(outgoing);
    for (let count = 0; count < 4; count += 1) handler.hangUpCall(handler.registerOutgoingCall(outgoing));
    expect([...handler.store.getState().callInfo.keys()]).toEqual([live, 'c4', 'c5']);
  });
});

describe('events', () => {
  it('go to the subscribers first, then to the event handler', () => {
    const { handler } = createPhone();
    const told: string[] = [];
    handler.setEventHandler({
      onIncomingCall: () => ({ kind: 'ignore' }),
      onCallStateChanged: () => void told.push('handler'),
    });
    handler.subscribe(() => told.push('subscriber'));
    handler.registerOutgoingCall(outgoing);
    expect(told).toEqual(['subscriber', 'handler']);
  });

  it('reach everyone in the same order, though a listener acts on one and another throws', () => {
    const { handler } = createPhone();
    const told: string[] = [];
    handler.subscribe((event) => {
      if (event.kind === 'CallStateChanged' && event.newState === 'Initiating')
        handler.hangUpCall(event.callId);
    });
    handler.subscribe(() => {
      throw new Error('broken');
    });
    handler.subscribe((event) => {
      if (event.kind === 'CallStateChanged') told.push(event.newState);
    });
    handler.registerOutgoingCall(outgoing);
    expect(told).toEqual(['Initiating', 'Cancelled']);
  });

  it('reach a slow listener whole and in order, and one that fails later breaks nobody', async () => {
    const { handler, moves } = createPhone();
    const told: string[] = [];
    const slowly = async (event: ClientEvent): Promise<void> => {
      await Promise.resolve();
      if (event.kind === 'CallStateChanged') told.push(`${event.previousState} > ${event.newState}`);
      throw new Error('broken');
    };
    handler.subscribe((event) => slowly(event) as unknown as void);
    for (let count = 0; count < 300; count += 1) handler.hangUpCall(handler.registerOutgoingCall(outgoing));
    await expect.poll(() => told.length).toBe(600);
    expect(told).toEqual(moves());
  });

  it('pass the filter of the subscription, until it ends', () => {
    const { handler } = createPhone();
    const told: string[] = [];
    const unsubscribe = handler.subscribe((event) => told.push(event.kind), {
      callStates: ['Connected'],
      minPriority: 'High',
    });
    handler.attachSession(handler.registerOutgoingCall(outgoing), s1);
    handler.onCallEstablished({ sessionId: s1, state: 'Active' }, null, null);
    expect([unsubscribe(), unsubscribe()]).toEqual([true, false]);
    handler.publish({ kind: 'NetworkEvent', connected: false, reason: null, priority: 'Critical' });
    expect(told).toEqual(['CallStateChanged']);
  });
});
