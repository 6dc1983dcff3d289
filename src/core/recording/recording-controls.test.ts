import { describe, expect, it } from 'vitest';
import { connect, hungUp, setUp } from '#testing/phone-bench.ts';
import { asCallId, type CallId } from '../shared/ids.ts';

type Phone = ReturnType<typeof setUp>;

const phaseOf = ({ phone }: Phone, callId: CallId) => phone.recordings.getState().calls.get(callId)?.phase;
const started = ({ recordings }: Phone) => recordings.notes.filter((note) => note.startsWith('start'));

describe('a connected call', () => {
  it('is recorded at once when the policy says always', async () => {
    const phone = setUp({ policy: 'always' });
    const { callId } = await connect(phone);
    expect(started(phone)).toEqual([`start ${callId} remote local`]);
  });

  it('is recorded to its end when the policy says always: it can be paused only', async () => {
    const phone = setUp({ policy: 'always' });
    const { callId } = await connect(phone);
    phone.phone.stopRecording(callId);
    expect(phaseOf(phone, callId)).toBe('on');
    expect(phone.phone.recordingRules.policy).toBe('always');
    phone.phone.setRecordingPaused(callId, true);
    expect(phone.recordings.notes.at(-1)).toBe(`pause ${callId}`);
  });

  it('can be recorded again when that has failed, and what there is is handed over first', async () => {
    const phone = setUp({ policy: 'always' });
    const { callId } = await connect(phone);
    phone.recordings.fail(callId, { code: 'recording/storage-failed' });
    phone.phone.startRecording(callId);
    expect(phaseOf(phone, callId)).toBe('on');
    const told = () => phone.recordings.notes.filter((note) => !note.startsWith('source'));
    await expect.poll(() => told().at(-1)).toBe(`sink ${callId} nothing`);
    expect(told()).toEqual([
      `start ${callId} remote local`,
      `finish ${callId}`,
      `start ${callId} remote local`,
      `sink ${callId} nothing`,
    ]);
  });

  it('is never recorded when the policy says never, whoever asks', async () => {
    const phone = setUp({ policy: 'never' });
    const { callId } = await connect(phone);
    phone.phone.startRecording(callId);
    expect(started(phone)).toEqual([]);
    expect(phaseOf(phone, callId)).toBeUndefined();
  });

  it('is recorded after a yes when the policy says ask', async () => {
    const phone = setUp({ policy: 'ask' });
    const { callId } = await connect(phone);
    expect([phaseOf(phone, callId), started(phone)]).toEqual(['asking', []]);
    phone.phone.startRecording(callId);
    expect(started(phone)).toHaveLength(1);
  });

  it('may be recorded after a no, too', async () => {
    const phone = setUp({ policy: 'ask' });
    const { callId } = await connect(phone);
    phone.phone.declineRecording(callId);
    expect([phaseOf(phone, callId), started(phone)]).toEqual(['off', []]);
    phone.phone.declineRecording(callId);
    phone.phone.startRecording(callId);
    expect(started(phone)).toHaveLength(1);
  });

  it('is recorded on demand, as often as it is asked for, and each file is handed over at once', async () => {
    const phone = setUp({ policy: 'on-demand' });
    const { callId } = await connect(phone);
    expect(phaseOf(phone, callId)).toBe('off');
    phone.phone.stopRecording(callId);
    phone.phone.startRecording(callId);
    phone.phone.startRecording(callId);
    phone.phone.setRecordingPaused(callId, true);
    phone.phone.stopRecording(callId);
    await expect.poll(() => phone.recordings.notes.at(-1)).toBe(`sink ${callId} nothing`);
    expect(phaseOf(phone, callId)).toBe('off');
    phone.phone.startRecording(callId);
    expect(phone.recordings.notes.filter((note) => !note.startsWith('source'))).toEqual([
      `offer ${callId} waits`,
      `start ${callId} remote local`,
      `pause ${callId}`,
      `finish ${callId}`,
      `offer ${callId} waits`,
      `sink ${callId} nothing`,
      `start ${callId} remote local`,
    ]);
  });

  it('that goes through a transfer keeps what the person has decided', async () => {
    const phone = setUp({ policy: 'ask' });
    const { callId, sessionId } = await connect(phone);
    phone.phone.startRecording(callId);
    phone.phone.stopRecording(callId);
    await phone.phone.transfer(callId, 'sip:carol@example.com');
    expect(phone.stateOf(callId)).not.toBe('Connected');
    phone.signalling.sessionEvent(sessionId, { kind: 'transferProgressed', status: { Failed: 'busy' } });
    expect(phone.stateOf(callId)).toBe('Connected');
    expect(started(phone)).toHaveLength(1);
  });
});

it('nothing is offered for a call that is over, or that never was', async () => {
  const phone = setUp({ policy: 'on-demand' });
  const { callId, sessionId } = await connect(phone);
  phone.signalling.sessionEvent(sessionId, {
    kind: 'ended',
    confirmed: true,
    state: 'Terminated',
    end: hungUp,
  });
  await expect.poll(() => phaseOf(phone, callId)).toBeUndefined();
  phone.phone.startRecording(callId);
  phone.phone.startRecording(asCallId('nobody'));
  expect(started(phone)).toEqual([]);
});
