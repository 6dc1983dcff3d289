import { describe, expect, it } from 'vitest';
import { hungUp, setUp } from '#testing/phone-bench.ts';
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
  const connect = (sessionId: SessionId) => {
    signalling.sessionEvent(sessionId, { kind: 'accepted', localSdp: null, remoteSdp: null });
    signalling.sessionEvent(sessionId, { kind: 'confirmed' });
  };
  const sessionOf = (callId: CallId): SessionId => {
    const sessionId = phone.calls.getState().sessionMapping.get(callId);
    if (sessionId === undefined) throw new Error('Nobody is called.');
    return sessionId;
  };
  const place = async (target: string) => {
    const callId = phone.placeCall(target);
    await settle();
    return { callId, sessionId: sessionOf(callId) };
  };
  const call = (callId: CallId) => phone.calls.getState().callInfo.get(callId);
  const sent = () => signalling.commands.flatMap((command) => ('sessionId' in command ? [command.kind] : []));
  const areHeld = (...parties: readonly { readonly callId: CallId }[]) =>
    parties.map(({ callId }) => call(callId)?.onHold);
  return { ...bench, settle, ring, connect, sessionOf, place, call, sent, areHeld };
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

describe('a call that is answered is the one that is heard', () => {
  it('when the one before was taken back while it rang', async () => {
    const { phone, ring, connect, place, areHeld, settle } = withCalls();
    const bob = ring();
    connect(bob.sessionId);
    const carol = await place('carol');
    await phone.resume(bob.callId);
    expect(areHeld(bob)).toEqual([false]);
    connect(carol.sessionId);
    await settle();
    expect(areHeld(bob, carol)).toEqual([true, false]);
  });

  it('unless the one before is taken back at that moment', async () => {
    const { phone, ring, connect, place, areHeld } = withCalls();
    const bob = ring();
    connect(bob.sessionId);
    const carol = await place('carol');
    const resuming = phone.resume(bob.callId);
    connect(carol.sessionId);
    await resuming;
    expect(areHeld(bob, carol)).toEqual([false, true]);
  });

  it('when another that was placed was answered before', async () => {
    const { connect, place, areHeld, settle, sent } = withCalls();
    const [bob, carol] = [await place('bob'), await place('carol')];
    connect(bob.sessionId);
    connect(carol.sessionId);
    await settle();
    expect(areHeld(bob, carol)).toEqual([true, false]);
    expect(sent().filter((kind) => kind === 'hold')).toHaveLength(1);
  });

  it('and one stays, when one is acknowledged while it is held for the other', async () => {
    const { signalling, ring, connect, place, areHeld, settle } = withCalls();
    const [bob, carol] = [ring(), await place('carol')];
    signalling.sessionEvent(bob.sessionId, { kind: 'accepted', localSdp: null, remoteSdp: null });
    connect(carol.sessionId);
    signalling.sessionEvent(bob.sessionId, { kind: 'confirmed' });
    await settle();
    expect(areHeld(bob, carol)).toEqual([true, false]);
  });

  it('when somebody who was held has asked for it, and stays on', async () => {
    const { phone, signalling, ring, connect, place, sessionOf, areHeld, settle } = withCalls();
    const bob = ring();
    connect(bob.sessionId);
    const dave = await place('dave');
    connect(dave.sessionId);
    signalling.sessionEvent(bob.sessionId, {
      kind: 'transferRequested',
      targetUri: 'sip:carol@example.com',
      referredBy: null,
      isAttended: false,
    });
    const callId = phone.acceptTransfer(bob.callId);
    await settle();
    if (callId === null) throw new Error('Nobody is called.');
    connect(sessionOf(callId));
    await settle();
    expect(areHeld(bob, dave, { callId })).toEqual([true, true, false]);
  });

  it('when it takes the place of one that was held; the one that it replaces is not held, but over', async () => {
    const { phone, signalling, ring, connect, place, areHeld, settle, sent } = withCalls();
    const bob = ring();
    connect(bob.sessionId);
    const dave = await place('dave');
    connect(dave.sessionId);
    const replace = async (replaces: SessionId) => {
      const sessionId = signalling.incoming({ replaces });
      await settle();
      signalling.sessionEvent(sessionId, { kind: 'accepted', localSdp: null, remoteSdp: null });
      signalling.sessionEvent(replaces, {
        kind: 'ended',
        confirmed: true,
        state: 'Terminated',
        end: hungUp,
      });
      signalling.sessionEvent(sessionId, { kind: 'confirmed' });
      await settle();
      const callId = phone.calls.getState().callMapping.get(sessionId);
      if (callId === undefined) throw new Error('Nothing was taken in.');
      return { callId, sessionId };
    };
    const carol = await replace(bob.sessionId);
    expect(areHeld(dave, carol)).toEqual([true, false]);
    const holds = () => sent().filter((kind) => kind === 'hold').length;
    const before = holds();
    const erin = await replace(carol.sessionId);
    expect(areHeld(dave, erin)).toEqual([true, false]);
    expect(holds()).toBe(before);
  });

  it('also beside one that is being transferred, which is on hold when that fails', async () => {
    const { phone, signalling, ring, connect, place, areHeld, settle } = withCalls();
    const bob = ring();
    connect(bob.sessionId);
    const carol = await place('carol');
    await phone.resume(bob.callId);
    await phone.transfer(bob.callId, 'sip:dave@example.com');
    connect(carol.sessionId);
    await settle();
    signalling.sessionEvent(bob.sessionId, { kind: 'transferProgressed', status: { Failed: '486' } });
    await settle();
    expect(areHeld(bob, carol)).toEqual([true, false]);
  });

  it('also beside a conference, which is held as a whole', async () => {
    const { phone, ring, connect, place, areHeld, settle } = withCalls();
    const [bob, carol] = [ring(), await place('carol')];
    connect(bob.sessionId);
    connect(carol.sessionId);
    await settle();
    const dave = await place('dave');
    await phone.bringTogether();
    expect(areHeld(bob, carol)).toEqual([false, false]);
    connect(dave.sessionId);
    await settle();
    expect(areHeld(bob, carol, dave)).toEqual([true, true, false]);
    expect(phone.conference.getState().size).toBe(2);
  });

  it('but not when it is on hold before it is acknowledged', async () => {
    const { phone, signalling, ring, connect, place, areHeld, settle } = withCalls();
    const [bob, carol] = [ring(), await place('carol')];
    signalling.sessionEvent(bob.sessionId, { kind: 'accepted', localSdp: null, remoteSdp: null });
    await phone.hold(bob.callId);
    connect(carol.sessionId);
    signalling.sessionEvent(bob.sessionId, { kind: 'confirmed' });
    await settle();
    expect(areHeld(bob, carol)).toEqual([true, false]);
  });
});
