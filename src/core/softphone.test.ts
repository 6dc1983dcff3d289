import { describe, expect, it } from 'vitest';
import { diallingAccount, nobody } from '#core/registration/account-state.ts';
import { connect, hungUp, settings, setUp } from '#testing/phone-bench.ts';

describe('an account', () => {
  it('is registered when the registrar says so and offline after signing out', async () => {
    const { phone, signalling } = setUp({ signedIn: false });
    phone.signIn(settings);
    const status = () => diallingAccount(phone.accounts.getState())?.registration.status;
    expect(status()).toBe('connecting');
    signalling.accountEvent({ kind: 'registered' });
    expect(status()).toBe('registered');
    await phone.signOut();
    expect(phone.accounts.getState()).toEqual(nobody);
    expect(signalling.commands.map(({ kind }) => kind)).toEqual(['start', 'stop']);
  });

  it('tells the events of client-core what becomes of it', async () => {
    const { phone, signalling, events } = setUp({ signedIn: false });
    const lost = { code: 'signalling/transport-lost' } as const;
    phone.signIn(settings);
    signalling.accountEvent({ kind: 'connected' });
    signalling.accountEvent({ kind: 'registered' });
    signalling.accountEvent({ kind: 'disconnected', error: lost });
    signalling.accountEvent({ kind: 'disconnected', error: lost });
    signalling.accountEvent({ kind: 'connected' });
    signalling.accountEvent({ kind: 'registrationFailed', error: { code: 'registration/refused' } });
    await phone.signOut();
    const registrationId = 'sip:alice@example.com';
    const registration = (status: string) => ({ kind: 'RegistrationStatusChanged', registrationId, status });
    expect(events).toMatchObject([
      registration('Pending'),
      { kind: 'NetworkEvent', connected: true, reason: null, priority: 'Normal' },
      registration('Active'),
      registration('Expired'),
      { kind: 'NetworkEvent', connected: false, reason: lost.code, priority: 'High' },
      { kind: 'NetworkEvent', connected: true },
      registration('Failed'),
      { kind: 'ClientError', callId: null, error: { code: 'registration/refused' } },
      registration('Cancelled'),
    ]);
  });

  it('that cannot work is refused and nothing is started', () => {
    const { phone, signalling } = setUp({ signedIn: false });
    expect(() => phone.signIn({ ...settings, address: 'alice' })).toThrow('account/invalid-address');
    expect(signalling.commands).toEqual([]);
  });
});

describe('an outgoing call', () => {
  it('is in the store before anything was sent, and goes to the resolved address', async () => {
    const { phone, signalling, stateOf } = setUp();
    const callId = phone.placeCall('+1 (555) 010-99');
    expect(stateOf(callId)).toBe('Initiating');
    await expect
      .poll(() => signalling.commands.at(-1))
      .toMatchObject({ kind: 'invite', targetUri: 'sip:+155501099@example.com' });
  });

  it('sounds the ringback until the remote party is heard', async () => {
    const { phone, signalling, callAudio, lastSession } = setUp();
    phone.placeCall('bob');
    await expect.poll(() => signalling.commands.at(-1)?.kind).toBe('invite');
    signalling.sessionEvent(lastSession(), { kind: 'progressed', sipCode: 180, reason: 'Ringing' });
    expect(callAudio.sounding()).toEqual(['ringback']);
    signalling.sessionEvent(lastSession(), { kind: 'accepted', localSdp: null, remoteSdp: null });
    expect(callAudio.sounding()).toEqual([]);
  });

  it('is recorded from the answer to the end and then holds nothing open', async () => {
    const parts = setUp();
    const { callId, sessionId } = await connect(parts);
    expect(parts.recordings.notes).toEqual([`source ${callId} 0`, `start ${callId} remote local`]);
    expect(parts.phone.levels(callId)).toEqual({ local: 0.5, remote: 0.5 });
    parts.signalling.sessionEvent(sessionId, {
      kind: 'ended',
      confirmed: true,
      state: 'Terminated',
      end: hungUp,
    });
    expect(parts.recordings.notes.at(-1)).toBe(`finish ${callId}`);
    await expect.poll(() => parts.recordings.notes.at(-1)).toBe(`sink ${callId} nothing`);
    expect(parts.microphone.open()).toBe(0);
    expect(parts.callAudio.sounding()).toEqual([]);
    expect(parts.callAudio.metered()).toBe(0);
    expect(parts.phone.levels(callId)).toBeNull();
  });

  it('is not recorded where the policy says never', async () => {
    const parts = setUp({ policy: 'never' });
    await connect(parts);
    expect(parts.recordings.notes.filter((note) => note.startsWith('start'))).toEqual([]);
  });

  it('fails with the reason when there is no microphone, and nothing is sent', async () => {
    const { phone, signalling, microphone, onlyCall } = setUp();
    microphone.failWith('media/microphone-busy');
    phone.placeCall('bob');
    await expect.poll(() => onlyCall().state).toBe('Failed');
    expect(onlyCall().error).toEqual({ code: 'media/microphone-busy' });
    expect(signalling.commands.map(({ kind }) => kind)).toEqual(['start']);
  });

  it('releases the microphone when the person hung up during the permission prompt', async () => {
    const { phone, signalling, microphone, stateOf } = setUp();
    const answerPrompt = microphone.hold();
    const callId = phone.placeCall('bob');
    phone.hangUp(callId);
    expect(stateOf(callId)).toBe('Cancelled');
    answerPrompt();
    await expect.poll(() => microphone.open()).toBe(0);
    expect(signalling.commands.map(({ kind }) => kind)).toEqual(['start']);
  });

  it('ends when the person signs out, also during the permission prompt', async () => {
    const { phone, signalling, microphone, stateOf } = setUp();
    const answerPrompt = microphone.hold();
    const callId = phone.placeCall('bob');
    await phone.signOut();
    expect(stateOf(callId)).toBe('Cancelled');
    answerPrompt();
    await expect.poll(() => microphone.open()).toBe(0);
    expect(signalling.commands.map(({ kind }) => kind)).toEqual(['start', 'stop']);
  });

  it('is refused while nobody is signed in, and for a target that is none', () => {
    const { phone } = setUp({ signedIn: false });
    expect(() => phone.placeCall('bob')).toThrow('call/not-registered');
    const signedIn = setUp();
    expect(() => signedIn.phone.placeCall('two words')).toThrow('call/invalid-target');
    expect(signedIn.phone.calls.getState().callInfo.size).toBe(0);
  });

  it('mutes its own microphone only while it is connected', async () => {
    const parts = setUp();
    const { callId } = await connect(parts);
    parts.phone.setMuted(callId, true);
    expect(parts.microphone.muted()).toEqual([true]);
    expect(parts.onlyCall().microphoneMuted).toBe(true);
    parts.phone.setMuted(callId, false);
    expect(parts.microphone.muted()).toEqual([false]);
    parts.phone.hangUp(callId);
    parts.phone.setMuted(callId, true);
    expect(parts.onlyCall().microphoneMuted).toBe(false);
  });

  it('hangs up once, however often it is asked', async () => {
    const parts = setUp();
    const { callId } = await connect(parts);
    parts.phone.hangUp(callId);
    parts.phone.hangUp(callId);
    expect(parts.signalling.commands.filter(({ kind }) => kind === 'hangUp')).toHaveLength(1);
    expect(parts.stateOf(callId)).toBe('Terminated');
  });
});

describe('an incoming call', () => {
  it('rings until it is accepted, and is connected when the stack says so', async () => {
    const { phone, signalling, callAudio, onlyCall } = setUp();
    const sessionId = signalling.incoming();
    expect(onlyCall().state).toBe('IncomingPending');
    expect(callAudio.sounding()).toEqual(['ring']);
    void phone.accept(onlyCall().callId);
    expect(callAudio.sounding()).toEqual([]);
    await expect.poll(() => signalling.commands.at(-1)).toEqual({ kind: 'accept', sessionId });
    signalling.sessionEvent(sessionId, { kind: 'accepted', localSdp: null, remoteSdp: null });
    expect(onlyCall().state).toBe('Connected');
  });

  it('has its microphone open before it is accepted where the browser need not ask, and closed when it is refused', async () => {
    const { phone, signalling, microphone, clock, onlyCall } = setUp();
    microphone.allow();
    signalling.incoming();
    clock.advance(200);
    await expect.poll(() => microphone.open()).toBe(1);
    phone.reject(onlyCall().callId);
    expect(microphone.open()).toBe(0);
    expect(signalling.microphones).toEqual([]);
  });

  it('asks for the microphone when it is accepted, where the browser must ask', async () => {
    const { phone, signalling, microphone, onlyCall } = setUp();
    signalling.incoming();
    expect(onlyCall().state).toBe('IncomingPending');
    expect(microphone.open()).toBe(0);
    void phone.accept(onlyCall().callId);
    await expect.poll(() => microphone.open()).toBe(1);
  });

  it('is accepted once, however often the button is pressed', async () => {
    const { phone, signalling, onlyCall } = setUp();
    signalling.incoming();
    void phone.accept(onlyCall().callId);
    void phone.accept(onlyCall().callId);
    await expect.poll(() => signalling.commands.filter(({ kind }) => kind === 'accept')).toHaveLength(1);
    expect(signalling.microphones).toHaveLength(1);
  });

  it('is answered before the page is drawn anew when the microphone is open', async () => {
    const { phone, signalling, microphone, callAudio, clock, onlyCall } = setUp();
    microphone.allow();
    const sessionId = signalling.incoming();
    clock.advance(200);
    await expect.poll(() => microphone.open()).toBe(1);
    const { callId } = onlyCall();
    void phone.accept(callId);
    void phone.accept(callId);
    expect(signalling.commands.filter(({ kind }) => kind === 'accept')).toEqual([
      { kind: 'accept', sessionId },
    ]);
    expect(callAudio.sounding()).toEqual([]);
    clock.advance(100);
    expect(callAudio.sounding()).toEqual([]);
    void phone.accept(callId);
    expect(signalling.commands.at(-1)).toEqual({ kind: 'accept', sessionId });
    expect(signalling.microphones).toHaveLength(1);
  });

  it.each(['reject', 'hangUp'] as const)(
    'is not refused any more once it is accepted (%s)',
    async (command) => {
      const { phone, signalling, microphone, clock, onlyCall } = setUp();
      microphone.allow();
      signalling.incoming();
      clock.advance(200);
      await expect.poll(() => microphone.open()).toBe(1);
      const { callId } = onlyCall();
      void phone.accept(callId);
      phone[command](callId);
      expect(signalling.commands.map(({ kind }) => kind)).not.toContain('reject');
      expect(phone.calls.getState().incomingCalls.size).toBe(0);
    },
  );

  it('that the caller gives up as it is accepted stays given up', async () => {
    const { phone, signalling, microphone, clock, onlyCall } = setUp();
    microphone.allow();
    const sessionId = signalling.incoming();
    clock.advance(200);
    await expect.poll(() => microphone.open()).toBe(1);
    void phone.accept(onlyCall().callId);
    signalling.sessionEvent(sessionId, {
      kind: 'ended',
      confirmed: false,
      state: 'Cancelled',
      end: { cause: 'cancelled', initiator: 'remote', sipCode: null, reason: 'Canceled' },
    });
    clock.advance(100);
    expect(onlyCall().state).toBe('Cancelled');
    expect(microphone.open()).toBe(0);
  });

  it('is declined with 603', () => {
    const { phone, signalling, callAudio, onlyCall } = setUp();
    const sessionId = signalling.incoming();
    phone.reject(onlyCall().callId);
    expect(signalling.commands.at(-1)).toEqual({ kind: 'reject', sessionId, sipCode: 603 });
    expect(onlyCall().state).toBe('Terminated');
    expect(callAudio.sounding()).toEqual([]);
  });

  it('stops ringing when the caller gives up', () => {
    const { signalling, callAudio, onlyCall } = setUp();
    const sessionId = signalling.incoming();
    signalling.sessionEvent(sessionId, {
      kind: 'ended',
      confirmed: false,
      state: 'Cancelled',
      end: { cause: 'cancelled', initiator: 'remote', sipCode: null, reason: 'Canceled' },
    });
    expect(onlyCall().state).toBe('Cancelled');
    expect(callAudio.sounding()).toEqual([]);
  });

  it('is refused with 480 and says why when there is no microphone', async () => {
    const { phone, signalling, microphone, onlyCall } = setUp();
    microphone.failWith('media/permission-denied');
    const sessionId = signalling.incoming();
    void phone.accept(onlyCall().callId);
    await expect.poll(() => signalling.commands.at(-1)).toEqual({ kind: 'reject', sessionId, sipCode: 480 });
    expect(onlyCall()).toMatchObject({ state: 'Failed', error: { code: 'media/permission-denied' } });
  });

  it('keeps two calls apart', async () => {
    const { phone, signalling, microphone } = setUp();
    signalling.incoming();
    signalling.incoming({ from: '"Carol" <sip:carol@example.com>;tag=2' });
    const [first, second] = [...phone.calls.getState().callInfo.keys()];
    if (first === undefined || second === undefined) throw new Error('two calls were expected');
    void phone.accept(first);
    void phone.accept(second);
    await expect.poll(() => microphone.open()).toBe(2);
    phone.hangUp(first);
    expect(microphone.open()).toBe(1);
  });
});
