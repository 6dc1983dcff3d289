import { describe, expect, it } from 'vitest';
import { connect, hungUp, setUp } from '#testing/phone-bench.ts';
import { createMemorySink } from '#testing/memory-sink.ts';
import { tappedFrames } from '#testing/fake-recorder.ts';
import type { RecordingSink } from './hooks/recording-sink.ts';
import type { FrameTap } from './media/frame-tap.ts';

type Bench = ReturnType<typeof setUp>;

const fakeTap = {} as FrameTap;

/** A recorded call in which something is heard twice. Brings what the other calls of the phone are worth. */
async function callWith(phone: Bench, tap: FrameTap | null = null) {
  const { callId, sessionId } = await connect(phone, tap);
  phone.recordings.hear(callId);
  phone.recordings.hear(callId);
  expect(phone.stateOf(callId)).toBe('Connected');
  phone.signalling.sessionEvent(sessionId, {
    kind: 'ended',
    confirmed: true,
    state: 'Terminated',
    end: hungUp,
  });
  expect(phone.stateOf(callId)).toBe('Terminated');
  return callId;
}

const byes = ({ hooks }: Bench) => hooks.filter((hook) => hook.startsWith('bye'));

describe('a recording sink', () => {
  it('is told of a call from its beginning to its end, before the lifecycle sink hears of that', async () => {
    const sink = createMemorySink();
    const phone = setUp({ sink });
    const callId = await callWith(phone);
    await expect.poll(() => byes(phone)).toEqual([`bye memory:${callId}`]);
    expect(sink.told).toEqual(['begin', 'append', 'append', 'append', 'append', 'finish']);
    expect(sink.recordings.get(callId)).toMatchObject({
      meta: { callId, direction: 'outbound' },
      sampleRateHz: 16000,
      pcm: [
        [1, 1],
        [2, 2],
      ],
      artifact: { callId, payload: null },
    });
  });

  it('is begun and finished for each of the recordings of a call', async () => {
    const sink = createMemorySink();
    const phone = setUp({ sink, policy: 'on-demand' });
    const { callId } = await connect(phone);
    for (let recording = 0; recording < 2; recording += 1) {
      phone.phone.startRecording(callId);
      phone.recordings.hear(callId);
      phone.phone.stopRecording(callId);
    }
    phone.recordings.hear(callId);
    phone.phone.hangUp(callId);
    await expect.poll(() => byes(phone)).toEqual([`bye memory:${callId}`]);
    const twice = ['append', 'append', 'append', 'append', 'begin', 'begin', 'finish', 'finish'];
    expect(sink.told.toSorted()).toEqual(twice);
  });

  it('hears nothing of a call that is not recorded', async () => {
    const sink = createMemorySink();
    const phone = setUp({ sink, policy: 'never' });
    await callWith(phone);
    await expect.poll(() => byes(phone)).toEqual(['bye']);
    expect(sink.told).toEqual([]);
  });

  it('that wants no samples gets none, and what was captured all the same', async () => {
    const sink = createMemorySink({ wantsSamples: false });
    const phone = setUp({ sink });
    const callId = await callWith(phone);
    await expect.poll(() => byes(phone)).toEqual([`bye memory:${callId}`]);
    expect(sink.told).toEqual(['begin', 'finish']);
  });

  it.each([true, false])(
    'is given what passed packet by packet, whether it wants samples: %s',
    async (wantsSamples) => {
      const sink = createMemorySink({ wantsSamples });
      const callId = await callWith(setUp({ sink }), fakeTap);
      await expect.poll(() => sink.recordings.get(callId)?.artifact?.sn3).toBe(tappedFrames);
    },
  );

  const broken = (): never => {
    throw new Error('broken');
  };
  const memory = createMemorySink();
  it.each<[string, Partial<RecordingSink>]>([
    ['at the beginning', { beginRecording: broken }],
    ['on samples', { appendPcm: broken, finishRecording: () => Promise.reject(new Error('broken')) }],
    ['at the end', { finishRecording: broken }],
    ['everywhere', { beginRecording: broken, appendPcm: broken, finishRecording: broken }],
  ])('that throws %s disturbs neither the call nor its end', async (_where, faults) => {
    const phone = setUp({ sink: { ...memory, ...faults } });
    await callWith(phone);
    await expect.poll(() => byes(phone)).toHaveLength(1);
  });

  it('that never comes to an end holds the news of the end back for 30 s, and nothing else', async () => {
    const signals: { readonly aborted: boolean }[] = [];
    const sink: RecordingSink = {
      ...memory,
      finishRecording(signal) {
        signals.push(signal);
        return new Promise(() => {});
      },
    };
    const phone = setUp({ sink });
    await callWith(phone);
    await expect.poll(() => signals).toHaveLength(1);
    const { callId } = await connect(phone);
    expect(phone.stateOf(callId)).toBe('Connected');
    expect(byes(phone)).toEqual([]);
    phone.clock.advance(30_000);
    await expect.poll(() => byes(phone)).toEqual(['bye']);
    expect(signals[0]?.aborted).toBe(true);
  });
});
