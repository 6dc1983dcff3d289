import { describe, expect, it } from 'vitest';
import { setUp } from '#testing/phone-bench.ts';
import type { CallId, SessionId } from '../shared/ids.ts';

/** Alice's phone with calls that others have placed and that are connected, the last one not held. */
function withCalls() {
  const bench = setUp();
  const { phone, signalling } = bench;
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const ring = (): { readonly callId: CallId; readonly sessionId: SessionId } => {
    const sessionId = signalling.incoming();
    const callId = phone.calls.getState().callMapping.get(sessionId);
    if (callId === undefined) throw new Error('Nothing rings.');
    return { callId, sessionId };
  };
  const connect = (sessionId: SessionId) =>
    signalling.sessionEvent(sessionId, { kind: 'accepted', localSdp: null, remoteSdp: null });
  const call = (callId: CallId) => phone.calls.getState().callInfo.get(callId);
  const sent = () => signalling.commands.flatMap((command) => ('sessionId' in command ? [command.kind] : []));
  return { ...bench, settle, ring, connect, call, sent };
}

describe('one call is heard at a time', () => {
  it('a waiting call that is accepted holds the one before, and only then is answered', async () => {
    const { phone, ring, connect, call, sent, settle } = withCalls();
    const bob = ring();
    connect(bob.sessionId);
    const carol = ring();
    const accepting = phone.accept(carol.callId);
    expect(sent()).toEqual(['hold']);
    await accepting;
    await settle();
    expect(sent()).toEqual(['hold', 'accept']);
    connect(carol.sessionId);
    expect([call(bob.callId)?.onHold, call(carol.callId)?.onHold]).toEqual([true, false]);
  });

  it('is accepted once, however often it is asked for meanwhile', async () => {
    const { phone, ring, connect, sent, settle } = withCalls();
    connect(ring().sessionId);
    const carol = ring();
    await Promise.all([phone.accept(carol.callId), phone.accept(carol.callId)]);
    await settle();
    expect(sent()).toEqual(['hold', 'accept']);
  });

  it('goes on ringing when the other phone refuses to be held', async () => {
    const { phone, signalling, ring, connect, call, sent, settle } = withCalls();
    connect(ring().sessionId);
    const carol = ring();
    signalling.refuseWith('call/refused-by-peer');
    await expect(phone.accept(carol.callId)).rejects.toThrow('call/other-not-held');
    expect(call(carol.callId)?.state).toBe('IncomingPending');
    expect(sent()).toEqual(['hold']);
    signalling.refuseWith(null);
    await phone.accept(carol.callId);
    await settle();
    expect(sent().slice(1)).toEqual(['hold', 'accept']);
  });

  it('can be accepted in place of the others', async () => {
    const { phone, ring, connect, call, sent, settle } = withCalls();
    const bob = ring();
    connect(bob.sessionId);
    const carol = ring();
    await phone.endOthersAndAccept(carol.callId);
    await settle();
    expect(call(bob.callId)?.state).toBe('Terminated');
    expect(sent()).toEqual(['hangUp', 'accept']);
  });

  it('is swapped by taking the held one back', async () => {
    const { phone, ring, connect, call } = withCalls();
    const bob = ring();
    connect(bob.sessionId);
    const carol = ring();
    await phone.accept(carol.callId);
    connect(carol.sessionId);
    await phone.resume(bob.callId);
    expect([call(bob.callId)?.onHold, call(carol.callId)?.onHold]).toEqual([false, true]);
  });

  it('is held before another is placed; one that cannot be held ends the new one and says why', async () => {
    const { phone, signalling, ring, connect, call, sent, settle } = withCalls();
    const bob = ring();
    connect(bob.sessionId);
    phone.placeCall('carol');
    await settle();
    expect(sent()).toEqual(['hold', 'invite']);
    await phone.resume(bob.callId).catch(() => undefined);
    signalling.refuseWith('call/refused-by-peer');
    const dave = phone.placeCall('dave');
    await settle();
    expect(call(dave)).toMatchObject({ state: 'Failed', error: { code: 'call/other-not-held' } });
    expect(sent().filter((kind) => kind === 'invite')).toHaveLength(1);
  });
});
