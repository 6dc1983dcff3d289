import { describe, expect, it } from 'vitest';
import { connect, hungUp, setUp } from '#testing/phone-bench.ts';
import { fakeSource } from '#testing/fake-media.ts';
import type { SessionId } from '../shared/ids.ts';
import type { SessionEvent } from '../signalling/session.ts';

type Phone = ReturnType<typeof setUp>;

const end = (phone: Phone, sessionId: SessionId) =>
  phone.signalling.sessionEvent(sessionId, {
    kind: 'ended',
    confirmed: true,
    state: 'Terminated',
    end: hungUp,
  });

/** The telephone's own sounds, without the voices. */
const tones = ({ callAudio }: Phone) => callAudio.sounding().filter((what) => typeof what === 'string');

describe('a call that was placed', () => {
  const source = fakeSource('announcement');

  /** The tones after each of what the stack reports. */
  async function tonesAfter(...events: readonly SessionEvent[]) {
    const phone = setUp();
    phone.phone.placeCall('bob');
    await expect.poll(() => phone.signalling.commands.at(-1)?.kind).toBe('invite');
    return events.map((event) => {
      phone.signalling.sessionEvent(phone.lastSession(), event);
      return tones(phone).join();
    });
  }
  const ringing: SessionEvent = { kind: 'progressed', sipCode: 180, reason: 'Ringing' };
  const progress: SessionEvent = { kind: 'progressed', sipCode: 183, reason: 'Session Progress' };
  const promised: SessionEvent = { kind: 'remoteAudioChanged', source };
  const began: SessionEvent = { kind: 'remoteAudioBegan' };
  const answered: SessionEvent = { kind: 'accepted', localSdp: null, remoteSdp: null };

  it.each([
    ['rings until it is answered', [ringing, answered], ['ringback', '']],
    [
      'rings on after a 183 without sound',
      [ringing, progress, progress],
      ['ringback', 'ringback', 'ringback'],
    ],
    [
      'rings on while sound is promised only',
      [ringing, promised, progress],
      ['ringback', 'ringback', 'ringback'],
    ],
    [
      'lets the other side be heard as soon as it is',
      [ringing, promised, began, progress],
      ['ringback', 'ringback', '', ''],
    ],
    [
      'does not ring before the other phone does',
      [progress, promised, progress, ringing],
      ['', '', '', 'ringback'],
    ],
    [
      'does not ring over what is heard already',
      [promised, progress, began, ringing, answered],
      ['', '', '', '', ''],
    ],
  ] as const)('%s', async (_what, events, expected) => {
    expect(await tonesAfter(...events)).toEqual(expected);
  });
});

describe('a call that comes in while another is under way', () => {
  it('waits with a soft tone beside the voice, and is silent once it is accepted', async () => {
    const phone = setUp();
    await connect(phone);
    phone.signalling.incoming();
    expect(tones(phone)).toEqual(['call-waiting']);
    for (const callId of phone.phone.calls.getState().incomingCalls.keys()) void phone.phone.accept(callId);
    expect(tones(phone)).toEqual([]);
  });

  it('waits with a soft tone also beside a call that rings at the other side', async () => {
    const phone = setUp();
    phone.phone.placeCall('bob');
    await expect.poll(() => phone.signalling.commands.at(-1)?.kind).toBe('invite');
    phone.signalling.incoming();
    expect(tones(phone)).toEqual(['call-waiting']);
  });

  it('rings once the other has ended and there is nobody to listen to', async () => {
    const phone = setUp();
    const { sessionId } = await connect(phone);
    phone.signalling.incoming();
    end(phone, sessionId);
    expect(tones(phone)).toEqual(['ring']);
  });

  it('is heard softly when the first of two that rang was accepted', () => {
    const phone = setUp();
    phone.signalling.incoming();
    phone.signalling.incoming();
    expect(tones(phone)).toEqual(['ring']);
    const [first] = phone.phone.calls.getState().incomingCalls.keys();
    if (first === undefined) throw new Error('nobody calls');
    void phone.phone.accept(first);
    expect(tones(phone)).toEqual(['call-waiting']);
  });
});
