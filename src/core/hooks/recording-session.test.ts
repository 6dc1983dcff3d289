import { describe, expect, it } from 'vitest';
import { createFakeClock } from '#testing/fake-clock.ts';
import type { AbortSignalLike } from '../shared/abort.ts';
import { asCallId, asSipCallId } from '../shared/ids.ts';
import { silentLogger } from '../shared/logger.ts';
import { createRecordingSession } from './recording-session.ts';
import type { RecordedCall } from './recording-session.ts';
import { nothingCaptured, nothingKept } from './recording-sink.ts';
import type { RecordingArtifact, RecordingSink } from './recording-sink.ts';

const call: RecordedCall = {
  callId: asCallId('c1'),
  correlationId: asSipCallId('cid@host'),
  direction: 'outbound',
  scenario: '',
  tenantId: 0,
  remoteAddr: '',
  localIp: '',
  codec: 'PCMU',
  startedAt: 0,
};
/** What the capture of `call` brings. */
const captured: RecordingArtifact = {
  callId: asCallId('c1'),
  format: 'stereo_pcm',
  payload: Uint8Array.of(1),
  codec: '',
  sampleRateHz: 16000,
  channels: 2,
  sn3: null,
};
const capture = () => Promise.resolve(captured);
const settled = () => new Promise((resolve) => setImmediate(resolve));
const kept = { url: 'https://x/1', objectKey: '1', bytes: 21 };

function createBench(sink: Partial<RecordingSink> = {}, failures: unknown[] = []) {
  const told: string[] = [];
  const artifacts: RecordingArtifact[] = [];
  const clock = createFakeClock();
  const session = createRecordingSession({
    sessionId: 's1',
    sink: {
      beginRecording: ({ callId, direction }, rate, codec) => {
        told.push(`begin ${callId} ${direction} ${rate} ${codec}`);
        return true;
      },
      appendPcm: (callId, channel, pcm) => void told.push(`pcm ${callId} ${channel} ${pcm.join()}`),
      finishRecording: (_signal, artifact) => {
        told.push('finish');
        artifacts.push(artifact);
        return Promise.resolve(kept);
      },
      ...sink,
    },
    sampleRateHz: 16000,
    clock,
    createAbort: () => new AbortController(),
    logger: { ...silentLogger, error: (message) => failures.push(message) },
  });
  return { session, told, artifacts, clock };
}

describe('createRecordingSession', () => {
  it('begins before anything, hands samples over, also the last ones, and finishes once', async () => {
    const { session, told, artifacts } = createBench();
    session.writeCallerPcm(Int16Array.of(9));
    expect([session.enable(call), session.enable(call)]).toEqual([true, true]);
    session.writeCallerPcm(Int16Array.of(1));
    session.writeAgentPcm(Int16Array.of(2));
    session.writeAgentPcm(Int16Array.of());
    const finish = () => {
      session.writeCallerPcm(Int16Array.of(3));
      return capture();
    };
    const [first, second] = await Promise.all([session.flush(finish), session.flush(finish)]);
    session.writeCallerPcm(Int16Array.of(4));
    expect(await session.flush(finish)).toBe(first);
    expect(second).toBe(first);
    expect(first).toEqual({ artifact: captured, result: kept });
    expect(told).toEqual([
      'begin c1 outbound 16000 PCMU',
      'pcm c1 0 1',
      'pcm c1 1 2',
      'pcm c1 0 3',
      'finish',
    ]);
    expect(artifacts).toEqual([captured]);
  });

  it('gives a sink that wants no samples what was captured all the same', async () => {
    const { session, told, artifacts } = createBench({ beginRecording: () => false });
    expect(session.enable(call)).toBe(false);
    session.writeCallerPcm(Int16Array.of(1));
    await session.flush(capture);
    expect(told).toEqual(['finish']);
    expect(artifacts).toEqual([captured]);
  });

  it('finishes nothing that was never begun', async () => {
    const { session, told } = createBench();
    expect(await session.flush(capture)).toMatchObject({ artifact: { callId: 's1', payload: null } });
    expect(session.enable(call)).toBe(false);
    expect(told).toEqual([]);
  });

  const broken = (): never => {
    throw new Error('broken');
  };
  it.each([
    ['throws', { beginRecording: broken, appendPcm: broken, finishRecording: broken }],
    ['throws on samples', { appendPcm: broken, finishRecording: () => Promise.reject(new Error('broken')) }],
  ])('is not disturbed by a sink that %s', async (_name, sink) => {
    const { session } = createBench(sink);
    session.enable(call);
    session.writeCallerPcm(Int16Array.of(1));
    const result = { ...nothingKept, why: 'sink-failed' };
    expect(await session.flush(capture)).toEqual({ artifact: captured, result });
  });

  it('takes a promise for no yes, and is not disturbed by one that rejects', async () => {
    const failures: unknown[] = [];
    const rejecting = (): never => Promise.reject(new Error('broken')) as never;
    const { session } = createBench({ beginRecording: rejecting, appendPcm: rejecting }, failures);
    expect(session.enable(call)).toBe(false);
    const { session: tapped } = createBench({ appendPcm: rejecting }, failures);
    tapped.enable(call);
    tapped.writeCallerPcm(Int16Array.of(1));
    tapped.writeCallerPcm(Int16Array.of(2));
    expect((await session.flush(capture)).result).toEqual(kept);
    expect(failures).toHaveLength(2);
  });

  it('does not wait for ever for what was captured: the sink is finished with nothing, and the result says so', async () => {
    const { session, clock, told, artifacts } = createBench();
    session.enable(call);
    const outcome = session.flush(() => new Promise(() => {}));
    clock.advance(29_999);
    await settled();
    expect(told).toEqual(['begin c1 outbound 16000 PCMU']);
    clock.advance(1);
    const artifact = nothingCaptured(asCallId('c1'));
    expect(await outcome).toEqual({ artifact, result: { ...nothingKept, why: 'capture-timed-out' } });
    session.writeCallerPcm(Int16Array.of(1));
    expect(told).toEqual(['begin c1 outbound 16000 PCMU', 'finish']);
    expect(artifacts).toEqual([artifact]);
  });

  it('finishes the sink with nothing when the capture fails, and the result says so', async () => {
    const { session, told, artifacts } = createBench();
    session.enable(call);
    const artifact = nothingCaptured(asCallId('c1'));
    expect(await session.flush(() => Promise.reject(new Error('broken')))).toEqual({
      artifact,
      result: { ...nothingKept, why: 'capture-failed' },
    });
    session.writeCallerPcm(Int16Array.of(1));
    expect(told).toEqual(['begin c1 outbound 16000 PCMU', 'finish']);
    expect(artifacts).toEqual([artifact]);
  });

  it('does not wait for ever, and says so to the sink', async () => {
    const given: AbortSignalLike[] = [];
    const { session, clock } = createBench({
      finishRecording: (signal) => {
        given.push(signal);
        return new Promise(() => {});
      },
    });
    session.enable(call);
    const outcome = session.flush(capture);
    await settled();
    clock.advance(29_999);
    expect(given.map(({ aborted }) => aborted)).toEqual([false]);
    clock.advance(1);
    const result = { ...nothingKept, why: 'sink-timed-out' };
    expect(await outcome).toEqual({ artifact: captured, result });
    expect(given.map(({ aborted }) => aborted)).toEqual([true]);
  });
});
