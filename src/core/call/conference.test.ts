import { describe, expect, it } from 'vitest';
import { setUp } from '#testing/phone-bench.ts';
import { fakeSource } from '#testing/fake-media.ts';
import type { CallId, SessionId } from '../shared/ids.ts';

/** Alice talks to each of these parties; all but the last are held. */
async function withParties(...names: readonly string[]) {
  const bench = setUp();
  const { phone, signalling } = bench;
  const settle = () => new Promise((resolve) => setImmediate(resolve));
  const parties = new Map<string, { readonly callId: CallId; readonly sessionId: SessionId }>();
  for (const name of names) {
    const sessionId = signalling.incoming();
    const callId = phone.calls.getState().callMapping.get(sessionId);
    if (callId === undefined) throw new Error('Nothing rings.');
    await phone.accept(callId);
    await settle();
    signalling.sessionEvent(sessionId, { kind: 'accepted', localSdp: null, remoteSdp: null });
    signalling.sessionEvent(sessionId, { kind: 'remoteAudioChanged', source: fakeSource(name) });
    parties.set(name, { callId, sessionId });
  }
  const party = (name: string) => {
    const found = parties.get(name);
    if (found === undefined) throw new Error(`${name} is not called`);
    return found;
  };
  const call = (name: string) => phone.calls.getState().callInfo.get(party(name).callId);
  /** Whom each mix holds beside the person, sorted. */
  const heard = () =>
    bench.callAudio
      .mixed()
      .map((sources) =>
        sources
          .map((source) => (source as unknown as { readonly name: string }).name)
          .filter((name) => parties.has(name))
          .toSorted()
          .join(' '),
      )
      .toSorted();
  return { ...bench, settle, party, call, heard };
}

describe('a conference', () => {
  it('takes back who is held, and lets each hear all but themselves', async () => {
    const { phone, call, heard } = await withParties('bob', 'carol', 'dave');
    expect([call('bob')?.onHold, call('carol')?.onHold, call('dave')?.onHold]).toEqual([true, true, false]);
    await phone.bringTogether();
    expect([call('bob')?.onHold, call('carol')?.onHold, call('dave')?.onHold]).toEqual([false, false, false]);
    expect(phone.conference.getState().size).toBe(3);
    expect(heard()).toEqual(['bob carol', 'bob dave', 'carol dave']);
  });

  it('goes on without the one who leaves, and is two calls again after the last', async () => {
    const { phone, signalling, party, heard, settle } = await withParties('bob', 'carol', 'dave');
    await phone.bringTogether();
    phone.hangUp(party('carol').callId);
    expect(heard()).toEqual(['bob', 'dave']);
    const before = signalling.microphones.length;
    await phone.takeApart(party('bob').callId);
    await settle();
    expect(phone.conference.getState().size).toBe(0);
    expect(heard()).toEqual([]);
    expect(signalling.microphones.length).toBe(before + 2);
  });

  it('is muted as one, and no stack mutes what it relays', async () => {
    const { phone, signalling, party, call } = await withParties('bob', 'carol');
    phone.setMuted(party('carol').callId, true);
    await phone.bringTogether();
    const from = signalling.commands.length;
    phone.setMuted(party('bob').callId, true);
    phone.setMuted(party('bob').callId, false);
    expect([call('bob')?.microphoneMuted, call('carol')?.microphoneMuted]).toEqual([false, false]);
    expect(signalling.commands.slice(from)).toEqual([]);
  });

  it('is muted for all by who was muted for one of them, and heard by all again by one press', async () => {
    const { phone, microphone, party, call, settle } = await withParties('bob', 'carol');
    const all = microphone.live();
    phone.setMuted(party('carol').callId, true);
    await phone.bringTogether();
    await settle();
    expect([call('bob')?.microphoneMuted, call('carol')?.microphoneMuted]).toEqual([true, true]);
    // A copy of its own listens for who talks while they are muted, and is sent to nobody.
    expect(all.filter((source) => microphone.live().includes(source))).toEqual([]);
    phone.setMuted(party('carol').callId, false);
    expect(microphone.live()).toEqual(all);
  });

  it('keeps who is being transferred, whom it hears on when that fails', async () => {
    const { phone, signalling, party, call, heard, settle } = await withParties('bob', 'carol', 'dave');
    const { callId, sessionId } = party('bob');
    await phone.bringTogether();
    await phone.transfer(callId, 'erin');
    expect(call('bob')?.state).toBe('Proceeding');
    expect(heard()).toEqual(['bob carol', 'bob dave', 'carol dave']);
    signalling.sessionEvent(sessionId, { kind: 'transferProgressed', status: { Failed: '486' } });
    await settle();
    expect([call('bob')?.onHold, call('carol')?.onHold, call('dave')?.onHold]).toEqual([false, false, false]);
    expect(heard()).toEqual(['bob carol', 'bob dave', 'carol dave']);
  });

  it('is over for the person once one of its two others is with the other', async () => {
    const { phone, signalling, microphone, party, call, heard, settle } = await withParties('bob', 'carol');
    const [, carols] = microphone.live();
    await phone.bringTogether();
    await phone.transferToCall(party('bob').callId, party('carol').callId);
    expect(heard()).toEqual(['bob', 'carol']);
    signalling.sessionEvent(party('bob').sessionId, { kind: 'transferProgressed', status: 'Completed' });
    expect([call('bob')?.state, call('carol')?.state]).toEqual(['Terminated', 'Connected']);
    expect(heard()).toEqual([]);
    await settle();
    expect(signalling.sentBy(party('carol').sessionId)).toBe(carols);
  });

  it('holds nobody of its own, and everybody for a call beside it', async () => {
    const { phone, signalling, party, call, settle } = await withParties('bob', 'carol');
    await phone.bringTogether();
    await phone.hold(party('bob').callId);
    await phone.resume(party('bob').callId);
    expect(call('carol')?.onHold).toBe(false);
    const sessionId = signalling.incoming();
    const stranger = phone.calls.getState().callMapping.get(sessionId);
    if (stranger === undefined) throw new Error('Nothing rings.');
    await phone.accept(stranger);
    await settle();
    expect([call('bob')?.onHold, call('carol')?.onHold]).toEqual([true, true]);
    signalling.sessionEvent(sessionId, { kind: 'accepted', localSdp: null, remoteSdp: null });
    await phone.bringTogether();
    expect([call('bob')?.onHold, call('carol')?.onHold]).toEqual([false, false]);
    expect(phone.conference.getState().size).toBe(3);
  });

  it('needs two', async () => {
    const { phone } = await withParties('bob');
    await expect(phone.bringTogether()).rejects.toThrow('call/not-possible-now');
  });

  it('is in the recording of each call with all its parties', async () => {
    const { phone, recordings, party } = await withParties('bob', 'carol');
    const from = recordings.notes.length;
    await phone.bringTogether();
    expect(recordings.notes.slice(from)).toEqual([
      `source ${party('bob').callId} 0`,
      `source ${party('carol').callId} 0`,
    ]);
  });
});
