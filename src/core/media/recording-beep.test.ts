import { describe, expect, it } from 'vitest';
import type { SessionEvent } from '../signalling/session.ts';
import { connect, setUp } from '#testing/phone-bench.ts';

const beeping = { policy: 'always', beepSeconds: 15 } as const;
const settle = () => new Promise((resolve) => setImmediate(resolve));
/** What is sent now. */
const sent = ({ signalling }: ReturnType<typeof setUp>) => {
  const source = signalling.microphones.at(-1);
  if (source === undefined) throw new Error('nothing is sent');
  return source;
};

async function connected(options: Parameters<typeof setUp>[0]) {
  const bench = setUp(options);
  const { callId, sessionId } = await connect(bench);
  const hold = (onHold: boolean, originator: 'local' | 'remote' = 'local') =>
    bench.signalling.sessionEvent(sessionId, { kind: 'holdChanged', originator, onHold });
  const { live, replug } = bench.microphone;
  return { ...bench, callId, sessionId, hold, live, replug, own: live()[0] };
}

describe('the beep of a recorded call', () => {
  it('is heard here and sent with the microphone, as long as the call is recorded', async () => {
    const phone = await connected(beeping);
    expect(phone.callAudio.sounding()).toContain('beep');
    const outgoing = sent(phone);
    expect(phone.callAudio.mixedInto(outgoing)).toBe(phone.own);
    phone.phone.hangUp(phone.callId);
    await expect.poll(() => phone.callAudio.sounding()).not.toContain('beep');
  });

  it('waits until it can arrive: until then a call that is recorded sends its microphone', async () => {
    const phone = setUp(beeping);
    const callId = phone.phone.placeCall('bob');
    await expect.poll(() => phone.signalling.commands.at(-1)?.kind).toBe('invite');
    const tell = (event: SessionEvent) => phone.signalling.sessionEvent(phone.lastSession(), event);
    tell({ kind: 'accepted', localSdp: null, remoteSdp: null });
    tell({ kind: 'confirmed' });
    await settle();
    expect(phone.phone.recordings.getState().calls.get(callId)?.phase).toBe('on');
    expect(phone.callAudio.sounding()).not.toContain('beep');
    expect(sent(phone)).toBe(phone.microphone.live()[0]);
    tell({ kind: 'mediaConnected' });
    expect(phone.callAudio.sounding()).toContain('beep');
    expect(phone.callAudio.mixedInto(sent(phone))).toBe(phone.microphone.live()[0]);
  });

  it('is none where nobody asks for it, or nothing is recorded', async () => {
    for (const options of [{ policy: 'always' }, { policy: 'on-demand', beepSeconds: 15 }] as const) {
      const phone = await connected(options);
      expect(phone.callAudio.sounding()).not.toContain('beep');
      expect(sent(phone)).toBe(phone.own);
    }
  });

  it('rests while the recording is paused and while the call is on hold', async () => {
    const phone = await connected(beeping);
    const rests = () => [phone.callAudio.sounding().includes('beep'), sent(phone) === phone.own];
    for (const rest of [
      (on: boolean) => phone.phone.setRecordingPaused(phone.callId, on),
      (on: boolean) => phone.hold(on),
      (on: boolean) => phone.hold(on, 'remote'),
    ]) {
      rest(true);
      expect(rests()).toEqual([false, true]);
      rest(false);
      expect(rests()).toEqual([true, false]);
    }
  });

  it('goes on while the person is muted, without their voice, whichever came first', async () => {
    for (const first of ['mute', 'beep']) {
      const phone = await connected({ ...beeping, policy: 'on-demand' });
      const { callId, sessionId, signalling } = phone;
      const muteNow = () => phone.phone.setMuted(callId, true);
      const record = () => phone.phone.startRecording(callId);
      for (const step of first === 'mute' ? [muteNow, record] : [record, muteNow]) {
        step();
        await settle();
      }
      // A copy of its own listens for who talks while they are muted, and is sent to nobody.
      const isBeepAlone = () => {
        const voice = phone.callAudio.mixedInto(sent(phone));
        return signalling.isSending(sessionId) && voice !== null && !phone.live().includes(voice);
      };
      expect(isBeepAlone()).toBe(true);
      phone.replug();
      expect(isBeepAlone()).toBe(true);

      // Without the beep nothing is sent, until the person speaks again.
      phone.phone.setRecordingPaused(callId, true);
      await settle();
      expect(signalling.isSending(sessionId)).toBe(false);
      expect(phone.live()).not.toContain(sent(phone));
      phone.phone.setRecordingPaused(callId, false);
      phone.phone.setMuted(callId, false);
      await settle();
      expect(signalling.isSending(sessionId)).toBe(true);
      expect(phone.live()).toContain(phone.callAudio.mixedInto(sent(phone)));
    }
  });

  it('goes on with another microphone', async () => {
    const phone = await connected(beeping);
    const outgoing = sent(phone);
    phone.replug();
    const [next] = phone.live();
    expect(sent(phone)).toBe(outgoing);
    expect(phone.callAudio.mixedInto(outgoing)).toBe(next);
    phone.hold(true);
    expect(sent(phone)).toBe(next);
  });
});
