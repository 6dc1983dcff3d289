import { describe, expect, it } from 'vitest';
import { byeFromBob, codeOf, createPhone, incoming, s1 } from '#testing/call-phone.ts';
import { asCallId, asSessionId, type SessionId } from '../shared/ids.ts';

describe('an incoming call', () => {
  it('is told with its name, subject and Call-ID, and waits for the person', async () => {
    const { handler, events, call, askLater } = createPhone();
    const answer = askLater();
    const decision = handler.onIncomingCall(incoming());
    expect(call()).toMatchObject({
      state: 'IncomingPending',
      remoteDisplayName: 'Alice "Al" Smith',
      subject: 'Lunch?',
      sipCallId: 'cid@host',
      onHold: false,
    });
    expect(events).toMatchObject([{ kind: 'IncomingCall', callId: 'c1', priority: 'High' }]);
    answer.give({ kind: 'ignore' });
    await expect(decision).resolves.toEqual({ kind: 'defer' });
    expect(handler.getIncomingCall(asCallId('c1'))).toEqual(incoming());
    expect(handler.answerCall(asCallId('c1'))).toBe(s1);
    expect(handler.getIncomingCall(asCallId('c1'))).toBeNull();
    expect(codeOf(() => handler.answerCall(asCallId('c1')))).toBe('call/not-possible-now');
    handler.storeIncomingCall(asCallId('c1'), incoming());
    expect(handler.getIncomingCall(asCallId('c1'))).toBeNull();
  });

  it.each([
    [{ kind: 'accept' }, { kind: 'accept', sdp: null }],
    [{ kind: 'reject' }, { kind: 'reject', statusCode: 603, reason: 'Call rejected by user' }],
    [
      { kind: 'reject', statusCode: 486, reason: 'Busy' },
      { kind: 'reject', statusCode: 486, reason: 'Busy' },
    ],
    [
      { kind: 'forward', targetUri: 'sip:carol@example.com' },
      { kind: 'forward', statusCode: 302, targetUri: 'sip:carol@example.com' },
    ],
  ] as const)('is decided by the application: %j', async (action, decision) => {
    const { handler } = createPhone();
    handler.setEventHandler({ onIncomingCall: () => action });
    await expect(handler.onIncomingCall(incoming())).resolves.toEqual(decision);
    expect(handler.store.getState().incomingCalls.size).toBe(0);
  });

  it.each([
    [true, { remoteUri: 'sip:+15550002@gw', remoteDisplayName: 'Acme' }],
    [false, { remoteUri: '<sip:anonymous@anonymous.invalid>', remoteDisplayName: null }],
  ])('is told with the asserted identity of an anonymous caller, if that is trusted: %s', (trusted, told) => {
    const { handler, events, call } = createPhone({ identity: { trustAsserted: trusted } });
    void handler.onIncomingCall({
      ...incoming(),
      from: '<sip:anonymous@anonymous.invalid>',
      headers: { 'P-Asserted-Identity': '"Acme" <sip:+15550002@gw>' },
    });
    expect(call()).toMatchObject(told);
    expect(events).toMatchObject([{ callerUri: told.remoteUri, callerDisplayName: told.remoteDisplayName }]);
  });

  it.each([
    undefined,
    { kind: 'maybe' },
    { kind: 'reject', statusCode: 200 },
    { kind: 'reject', statusCode: 486.5 },
    { kind: 'reject', reason: 'Busy\r\nX: evil' },
    { kind: 'reject', reason: 'Busy\0' },
    { kind: 'forward' },
    { kind: 'forward', targetUri: '' },
    { kind: 'forward', targetUri: 'sip:carol@example.com, <sip:dave@example.com>' },
    { kind: 'forward', targetUri: 'sip:carol@example.com>\r\nX: evil' },
  ])('goes on ringing when the application answers what is no answer: %j', async (action) => {
    const { handler, call } = createPhone();
    handler.setEventHandler({ onIncomingCall: () => action as never });
    await expect(handler.onIncomingCall(incoming())).resolves.toEqual({ kind: 'defer' });
    expect(call()).toMatchObject({ state: 'IncomingPending' });
    expect(handler.getIncomingCall(asCallId('c1'))).not.toBeNull();
  });

  it('is told once to a listener that subscribes anew while it is told', () => {
    const { handler } = createPhone();
    let told = 0;
    let stop = () => false;
    const listen = () => {
      told += 1;
      stop();
      stop = handler.subscribe(listen);
    };
    stop = handler.subscribe(listen);
    void handler.onIncomingCall(incoming());
    expect(told).toBe(1);
  });

  it('goes on ringing when the application fails', async () => {
    const { handler, call } = createPhone();
    handler.setEventHandler({
      onIncomingCall: () => {
        throw new Error('broken');
      },
    });
    await expect(handler.onIncomingCall(incoming())).resolves.toEqual({ kind: 'defer' });
    expect(call()?.state).toBe('IncomingPending');
    expect(handler.getIncomingCall(asCallId('c1'))).not.toBeNull();
  });

  it('is not decided any more when it ended while the application thought', async () => {
    const { handler, askLater } = createPhone();
    const answer = askLater();
    const decision = handler.onIncomingCall(incoming());
    handler.onCallEnded({ sessionId: s1, state: 'Cancelled' }, { ...byeFromBob, cause: 'cancelled' });
    expect(handler.store.getState().incomingCalls.size).toBe(0);
    answer.give({ kind: 'accept' });
    await expect(decision).resolves.toEqual({ kind: 'defer' });
  });

  it('lets the handler be replaced while it thinks', async () => {
    const { handler, askLater } = createPhone();
    const answer = askLater();
    const decision = handler.onIncomingCall(incoming());
    handler.setEventHandler(null);
    answer.give({ kind: 'accept' });
    await expect(decision).resolves.toMatchObject({ kind: 'accept' });
    await expect(handler.onIncomingCall(incoming(asSessionId('s2')))).resolves.toMatchObject({
      statusCode: 480,
    });
  });

  it('is refused as busy when there are too many, and leaves no trace', async () => {
    const { handler, events } = createPhone({ maxConcurrentCalls: 0 });
    await expect(handler.onIncomingCall(incoming())).resolves.toMatchObject({ statusCode: 486 });
    expect(handler.store.getState().callInfo.size).toBe(0);
    expect(events).toEqual([]);
  });

  it('is taken in beside as many as there may be when it takes the place of one of them, but not twice', () => {
    const { handler, askLater } = createPhone({ maxConcurrentCalls: 1 });
    askLater();
    const take = (sessionId: string, replaces?: SessionId) => {
      void handler.onIncomingCall({
        ...incoming(asSessionId(sessionId)),
        ...(replaces === undefined ? {} : { replaces }),
      });
      return handler.store.getState().callMapping.has(asSessionId(sessionId));
    };
    expect(take('s1')).toBe(true);
    expect(take('s2')).toBe(false);
    expect(take('s3', s1)).toBe(true);
    expect(take('s4', s1)).toBe(false);
  });

  it('is one call, however often its session is told', async () => {
    const { handler, askLater } = createPhone();
    askLater();
    void handler.onIncomingCall(incoming());
    await expect(handler.onIncomingCall(incoming())).resolves.toEqual({ kind: 'defer' });
    expect(handler.store.getState().callInfo.size).toBe(1);
  });

  it('is over at once when the person refuses it, and its session ends nothing more', () => {
    const { handler, call, moves, askLater } = createPhone();
    askLater();
    void handler.onIncomingCall(incoming());
    expect(handler.rejectCall(asCallId('c1'))).toBe(s1);
    handler.onCallEnded({ sessionId: s1, state: 'Terminated' }, byeFromBob);
    expect(handler.rejectCall(asCallId('c1'))).toBeNull();
    expect(call()).toMatchObject({ state: 'Terminated', end: { cause: 'rejected', initiator: 'local' } });
    expect(moves()).toEqual(['IncomingPending > Terminated']);
  });
});
