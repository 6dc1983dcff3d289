import { describe, expect, it } from 'vitest';
import { createFakeClock } from '#testing/fake-clock.ts';
import { createSn3Capture } from '../recording/sn3-capture.ts';
import { asCallId, asSipCallId } from '../shared/ids.ts';
import { silentLogger } from '../shared/logger.ts';
import { createRecordingSession } from './recording-session.ts';
import type { RecordedCall } from './recording-session.ts';
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
const voice = { direction: 0, sequenceNumber: 1, rtpTimestamp: 0, payload: Uint8Array.of(1) } as const;
const kept = { url: 'https://x/1', objectKey: '1', bytes: 21 };

function createBench(sink: Partial<RecordingSink> = {}) {
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
    capture: createSn3Capture({ nowNs: () => 0n }),
    codec: 'PCMU',
    clockRateHz: 8000,
    sampleRateHz: 16000,
    clock,
    logger: silentLogger,
  });
  return { session, told, artifacts, clock };
}

describe('createRecordingSession', () => {
  it('begins before anything, hands samples over, and finishes once', async () => {
    const { session, told, artifacts } = createBench();
    session.writeCallerPcm(Int16Array.of(9));
    session.enable(call);
    session.enable(call);
    session.writeCallerPcm(Int16Array.of(1));
    session.writeAgentPcm(Int16Array.of(2));
    session.writeAgentPcm(Int16Array.of());
    session.captureFrame(voice);
    const [first, second] = await Promise.all([session.flush(), session.flush()]);
    session.writeCallerPcm(Int16Array.of(3));
    session.captureFrame(voice);
    expect(await session.flush()).toBe(first);
    expect(second).toBe(first);
    expect(first).toEqual({ callId: 'c1', ok: true, result: kept });
    expect(told).toEqual(['begin c1 outbound 16000 PCMU', 'pcm c1 0 1', 'pcm c1 1 2', 'finish']);
    expect(artifacts).toMatchObject([
      { callId: 'c1', format: 'sn3', codec: 'PCMU', sampleRateHz: 8000, channels: 1 },
    ]);
    expect(artifacts[0]?.payload).toHaveLength(21);
  });

  it('gives a sink that wants no samples the artifact all the same', async () => {
    const { session, told, artifacts } = createBench({ beginRecording: () => false });
    session.enable(call);
    session.writeCallerPcm(Int16Array.of(1));
    session.captureFrame(voice);
    await session.flush();
    expect(told).toEqual(['finish']);
    expect(artifacts[0]?.payload).toHaveLength(21);
  });

  it('keeps nothing where there is no sink for it, and ends all the same', async () => {
    const { session, told } = createBench();
    session.captureFrame(voice);
    expect(await session.flush()).toMatchObject({ callId: 's1', ok: false });
    session.enable(call);
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
    session.captureFrame(voice);
    expect(await session.flush()).toEqual({
      callId: 'c1',
      ok: true,
      result: { url: '', objectKey: '', bytes: 0 },
    });
  });

  it('does not wait for ever, and says so to the sink', async () => {
    const given: { aborted: boolean }[] = [];
    const { session, clock } = createBench({
      finishRecording: (signal) => {
        given.push(signal);
        return new Promise(() => {});
      },
    });
    session.enable(call);
    const outcome = session.flush();
    clock.advance(29_999);
    expect(given).toEqual([{ aborted: false }]);
    clock.advance(1);
    expect(await outcome).toMatchObject({ ok: false, result: { url: '' } });
    expect(given).toEqual([{ aborted: true }]);
  });
});
