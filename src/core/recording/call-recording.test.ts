import { describe, expect, it } from 'vitest';
import { buildCall } from '#testing/call-builders.ts';
import { createFakeClock } from '#testing/fake-clock.ts';
import { fakeSource } from '#testing/fake-media.ts';
import { createFakeRecorder } from '#testing/fake-recorder.ts';
import { buildRecordingMeta } from '#testing/recording-builders.ts';
import { createCallRecording } from './call-recording.ts';

const call = buildCall({ state: 'Connected' });

function begin() {
  const recorder = createFakeRecorder();
  const clock = createFakeClock();
  const meta = buildRecordingMeta({ startedAtMs: Math.round(clock.nowMs()) });
  const listener = {
    onFailure() {
      throw new Error('The recording failed.');
    },
    onSilence: () => undefined,
  };
  const recording = createCallRecording(recorder, meta, [[], []], clock.nowMs, listener);
  const pass = (ms: number) => {
    clock.advance(ms);
    recorder.advance(ms);
  };
  return { recorder, recording, pass };
}

describe("a call's recording", () => {
  it('has marks of what became of its call, from its own first sample, also while the recorder still begins', async () => {
    const { recorder, recording, pass } = begin();
    recording.follow({ ...call, microphoneMuted: true });
    await expect.poll(() => recorder.active()).toHaveLength(1);
    pass(1000);
    recording.follow({ ...call, onHold: true });
    pass(2000);
    recording.follow(call);
    expect((await recording.finish())?.meta.marks).toEqual([
      { kind: 'mute', atMs: 0, durationMs: 1000 },
      { kind: 'hold', atMs: 1000, durationMs: 2000 },
    ]);
  });

  it('has a mark where its microphone was another, and none for the remote party', async () => {
    const { recorder, recording, pass } = begin();
    await expect.poll(() => recorder.active()).toHaveLength(1);
    pass(1000);
    recording.setSources(0, []);
    recording.setSources(1, []);
    expect((await recording.finish())?.meta.marks).toEqual([
      { kind: 'device-change', atMs: 1000, durationMs: null },
    ]);
  });

  it('is paused, and listens to others, while its file is not open yet', async () => {
    const recorder = createFakeRecorder();
    const slow = {
      ...recorder,
      begin: (...args: Parameters<typeof recorder.begin>) => {
        void recorder.begin(...args);
        return new Promise<never>(() => undefined);
      },
    };
    const recording = createCallRecording(slow, buildRecordingMeta(), [[], []], () => 0, {
      onFailure: () => undefined,
      onSilence: () => undefined,
    });
    const another = fakeSource('carol');
    recording.setPaused(true);
    recording.setSources(0, [another]);
    expect(recorder.active()).toMatchObject([{ paused: true, sources: [[another], []] }]);
  });

  it('that cannot begin says why, and takes what comes all the same', async () => {
    const recorder = createFakeRecorder();
    recorder.failNextBegin({ code: 'recording/storage-full' });
    const failures: unknown[] = [];
    const recording = createCallRecording(recorder, buildRecordingMeta(), [[], []], () => 0, {
      onFailure: (error) => failures.push(error),
      onSilence: () => undefined,
    });
    recording.follow({ ...call, onHold: true });
    recording.setSources(0, []);
    recording.setPaused(true);
    expect(await recording.finish()).toBeNull();
    expect(failures).toEqual([{ code: 'recording/storage-full' }]);
  });
});
