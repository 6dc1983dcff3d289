import { describe, expect, it } from 'vitest';
import { byeFromBob, createPhone, outgoing, s1 } from '#testing/call-phone.ts';
import { asSessionId } from '../shared/ids.ts';
import type { SessionEvent } from '../signalling/session.ts';
import { applySessionEvent } from './session-events.ts';

const wholeCall: readonly SessionEvent[] = [
  { kind: 'inviteSent', sipCallId: 'cid@host' },
  { kind: 'progressed', sipCode: 180, reason: 'Ringing' },
  { kind: 'accepted', localSdp: 'offer', remoteSdp: 'answer' },
  { kind: 'confirmed' },
  { kind: 'terminating' },
  { kind: 'ended', confirmed: true, state: 'Terminated', end: byeFromBob },
];

describe('applySessionEvent', () => {
  it('brings a call through its whole life', () => {
    const { handler, call, moves } = createPhone();
    handler.attachSession(handler.registerOutgoingCall(outgoing), s1);
    for (const event of wholeCall) applySessionEvent(handler, s1, event);
    expect(moves()).toEqual([
      'null > Initiating',
      'Initiating > Ringing',
      'Ringing > Connected',
      'Connected > Terminating',
      'Terminating > Terminated',
    ]);
    expect(call()).toMatchObject({
      sipCallId: 'cid@host',
      localSdp: 'offer',
      remoteSdp: 'answer',
      confirmedAt: 0,
      end: byeFromBob,
    });
  });

  it('keeps why a call failed', () => {
    const { handler, call, events } = createPhone();
    handler.attachSession(handler.registerOutgoingCall(outgoing), s1);
    const end = { cause: 'busy', initiator: 'remote', sipCode: 486, reason: 'Busy Here' } as const;
    applySessionEvent(handler, s1, { kind: 'ended', confirmed: false, state: 'Failed', end });
    expect(call()).toMatchObject({ state: 'Failed', end, terminationReason: 'Busy Here' });
    expect(events.at(-1)).toMatchObject({ newState: 'Failed', reason: 'Busy Here' });
  });

  it('ignores sessions that belong to no call', () => {
    const { handler, events } = createPhone();
    for (const event of wholeCall) applySessionEvent(handler, asSessionId('stranger'), event);
    expect(events).toEqual([]);
    expect(handler.store.getState()).toBe(handler.store.getInitialState());
  });
});
