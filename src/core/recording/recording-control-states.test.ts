import { describe, expect, it } from 'vitest';
import { buildCall } from '#testing/call-builders.ts';
import { createRecordingBench } from '#testing/recording-bench.ts';

const call = buildCall({ state: 'Connected' });
const { callId } = call;

async function record() {
  const { clock, recorder, service } = createRecordingBench();
  service.start(call, [[], []]);
  await expect.poll(() => recorder.active()).toHaveLength(1);
  recorder.advance(1000);
  const state = () => service.store.getState().calls.get(callId);
  const [first] = recorder.active();
  if (first === undefined) throw new Error('nothing is recorded');
  return { clock, recorder, service, state, recordingId: first.meta.recordingId };
}

describe("the state of a call's recording", () => {
  it('says since when it is on, and that it is paused', async () => {
    const { clock, recorder, service, state } = await record();
    const on = { phase: 'on', sinceMs: clock.nowMs(), silent: [false, false] };
    expect(state()).toEqual({ ...on, paused: false });
    service.setPaused(callId, true);
    expect(state()).toEqual({ ...on, paused: true });
    expect(recorder.active()[0]).toMatchObject({ paused: true, meta: { marks: [{ kind: 'pause' }] } });
    service.setPaused(callId, false);
    expect(recorder.active()[0]?.paused).toBe(false);
  });

  it('says which side is silent', async () => {
    const { recorder, state, recordingId } = await record();
    recorder.tellSilence(recordingId, 1, true);
    expect(state()).toMatchObject({ silent: [false, true] });
    recorder.tellSilence(recordingId, 1, false);
    expect(state()).toMatchObject({ silent: [false, false] });
  });

  it('says that no sound is captured', async () => {
    const { recorder, state, recordingId } = await record();
    recorder.loseSound(recordingId);
    expect(state()).toMatchObject({ phase: 'on', soundless: true });
  });

  it('says why the recording has failed, and is gone when it has ended', async () => {
    const failed = await record();
    failed.recorder.stop(failed.recordingId, { code: 'recording/storage-full' });
    expect(failed.state()).toEqual({ phase: 'off', error: { code: 'recording/storage-full' } });

    const ended = await record();
    await ended.service.finish(callId);
    expect(ended.state()).toBeUndefined();
  });

  it('is that of the second recording once there is one', async () => {
    const { recorder, service, state, recordingId } = await record();
    const first = service.finish(callId);
    service.start(call, [[], []]);
    recorder.tellSilence(recordingId, 0, true);
    expect((await first)?.meta.recordingId).toBe('id-1');
    expect(state()).toMatchObject({ phase: 'on', silent: [false, false] });
    await expect.poll(() => recorder.active()[0]?.meta.recordingId).toBe('id-2');
  });
});
