import { beforeEach, describe, expect, it, vi } from 'vitest';
import type { AudioSource } from '#core/media/audio-source.ts';
import { asCallId, asRecordingId, type CallId } from '#core/shared/ids.ts';
import { createUploadSink } from '#core/upload/upload-sink.ts';
import { buildCall } from '#testing/call-builders.ts';
import { createRecordingBench } from '#testing/recording-bench.ts';
import { buildRecordingMeta } from '#testing/recording-builders.ts';

const createSource = (): AudioSource => Object.freeze({}) as AudioSource;

let { clock, recorder, backend, service, phases, onlyItem, untilPhase } = createRecordingBench();
beforeEach(() => {
  ({ clock, recorder, backend, service, phases, onlyItem, untilPhase } = createRecordingBench());
});

const untilRecording = (count = 1) => vi.waitFor(() => expect(recorder.active()).toHaveLength(count));

const finishAndDeliver = async (callId: CallId) => {
  const file = await service.finish(callId);
  if (file !== null) void service.deliver(file).catch(() => undefined);
  return file;
};

const call = buildCall({
  direction: 'Incoming',
  remoteUri: '"Bob \\"B\\"" <sip:bob@example.com;transport=ws>;tag=1',
  remoteDisplayName: 'Bob\u202e "B"',
  localUri: 'sip:alice@example.com',
});

async function recordCall(ms = 1000): Promise<void> {
  service.start(call, [[], []]);
  await untilRecording();
  recorder.advance(ms);
  await finishAndDeliver(call.callId);
}

describe('a recorded call', () => {
  it('is recorded, uploaded and removed from this device', async () => {
    service.start(call, [[createSource()], [createSource()]]);
    expect(onlyItem()).toMatchObject({
      meta: {
        recordingId: 'id-1',
        callId: call.callId,
        direction: 'Incoming',
        remoteUri: 'sip:bob@example.com;transport=ws',
        remoteDisplayName: 'Bob "B"',
        localUri: 'sip:alice@example.com',
        startedAtMs: clock.nowMs(),
        sampleRateHz: 16000,
      },
      progress: { phase: 'recording' },
      durationMs: null,
    });

    await untilRecording();
    recorder.advance(1000);
    const file = await finishAndDeliver(call.callId);
    expect(file).toMatchObject({ durationMs: 1000, byteLength: 64_044 });
    await untilPhase('sending');
    backend.progress({ sentBytes: 32_000, totalBytes: 64_044 });
    expect(onlyItem()?.progress).toEqual({ phase: 'sending', sentBytes: 32_000, totalBytes: 64_044 });

    backend.accept();
    await untilPhase('stored');
    expect(onlyItem()).toMatchObject({
      progress: { url: 'https://store.example.com/recordings/id-1' },
      durationMs: 1000,
      bytes: 64_044,
    });
    await vi.waitFor(async () => expect(await recorder.listLocal()).toEqual([]));
  });

  it('hears whatever its channels were given last, also while the recorder still begins', async () => {
    const [first, second, third] = [createSource(), createSource(), createSource()];
    service.start(call, [[first], []]);
    service.setSources(call.callId, 0, [second]);
    await untilRecording();
    await vi.waitFor(() => expect(recorder.active()[0]?.sources).toEqual([[second], []]));
    service.setSources(call.callId, 1, [third]);
    expect(recorder.active()[0]?.sources[1]).toEqual([third]);
    service.setSources(asCallId('another call'), 1, []);
    expect(recorder.active()[0]?.sources[1]).toEqual([third]);
  });

  it('is begun once and finished once', async () => {
    service.start(call, [[], []]);
    service.start(call, [[], []]);
    await untilRecording();
    recorder.advance(1000);
    const [file, second] = await Promise.all([finishAndDeliver(call.callId), finishAndDeliver(call.callId)]);
    expect(file?.durationMs).toBe(1000);
    expect(second).toBeNull();
    expect(phases()).toHaveLength(1);
    expect(await finishAndDeliver(asCallId('another call'))).toBeNull();
  });

  it('may end before the recorder has begun', async () => {
    service.start(call, [[], []]);
    expect(await finishAndDeliver(call.callId)).toBeNull();
    expect(onlyItem()?.progress).toEqual({
      phase: 'failed',
      error: { code: 'recording/capture-failed' },
    });
    expect(recorder.active()).toEqual([]);
  });

  it('goes on without a recording when that cannot begin', async () => {
    recorder.failNextBegin({ code: 'recording/storage-full' });
    service.start(call, [[], []]);
    await untilPhase('failed');
    expect(await finishAndDeliver(call.callId)).toBeNull();
    expect(onlyItem()?.progress).toEqual({ phase: 'failed', error: { code: 'recording/storage-full' } });
  });

  it('keeps what was written before the disk was full', async () => {
    service.start(call, [[], []]);
    await untilRecording();
    recorder.advance(1000);
    recorder.stop(asRecordingId('id-1'), { code: 'recording/storage-full' });
    expect(onlyItem()?.progress.phase).toBe('failed');
    recorder.advance(1000);
    expect(await finishAndDeliver(call.callId)).toMatchObject({ durationMs: 1000 });
    await untilPhase('sending');
  });
});

describe('an upload that fails', () => {
  it('is tried again after 1 s, 2 s, 4 s …, and from 1 s again once bytes have moved', async () => {
    await recordCall();
    for (const delayMs of [1000, 2000, 4000]) {
      await untilPhase('sending');
      backend.fail('upload/server-unreachable');
      await untilPhase('waiting');
      expect(onlyItem()?.progress).toEqual({
        phase: 'waiting',
        error: { code: 'upload/server-unreachable' },
        retryAtMs: clock.nowMs() + delayMs,
      });
      clock.advance(delayMs - 1);
      expect(onlyItem()?.progress.phase).toBe('waiting');
      clock.advance(1);
    }

    await untilPhase('sending');
    backend.progress({ sentBytes: 100, totalBytes: 64_044 });
    backend.fail('upload/server-unreachable');
    await untilPhase('waiting');
    expect(onlyItem()?.progress).toMatchObject({ retryAtMs: clock.nowMs() + 1000 });

    clock.advance(1000);
    await untilPhase('sending');
    backend.accept();
    await untilPhase('stored');
  });

  it('waits for the person when the store refused, and for nobody else', async () => {
    await recordCall();
    await untilPhase('sending');
    backend.fail('upload/refused');
    await untilPhase('waiting');
    expect(onlyItem()?.progress).toMatchObject({ retryAtMs: null });
    clock.advance(24 * 3_600_000);
    expect(onlyItem()?.progress.phase).toBe('waiting');

    service.retry(asRecordingId('id-1'));
    service.retry(asRecordingId('id-1'));
    service.retry(asRecordingId('unknown'));
    await untilPhase('sending');
    expect(backend.attempts).toHaveLength(2);
  });

  it('does not hold up the next recording', async () => {
    await recordCall();
    await untilPhase('sending');
    const other = buildCall({ callId: asCallId('call-2') });
    service.start(other, [[], []]);
    await untilRecording();
    recorder.advance(500);
    await finishAndDeliver(other.callId);
    expect(backend.attempts).toEqual(['id-1']);

    backend.fail('upload/server-unreachable');
    await vi.waitFor(() => expect(backend.attempts).toEqual(['id-1', 'id-2']));
    backend.accept();
    await vi.waitFor(() => expect(phases().toSorted()).toEqual(['stored', 'waiting']));
  });

  it('is over when the file is gone from this device', async () => {
    await recordCall();
    await untilPhase('sending');
    backend.fail('recording/storage-failed');
    await untilPhase('failed');
    clock.advance(3_600_000);
    expect(backend.attempts).toHaveLength(1);
  });
});

describe('what earlier pages have left', () => {
  it('is uploaded at the start, oldest first, and only once', async () => {
    recorder.addLocal(buildRecordingMeta({ recordingId: asRecordingId('b'), startedAtMs: 2000 }), 500);
    recorder.addLocal(buildRecordingMeta({ recordingId: asRecordingId('a'), startedAtMs: 1000 }), 500);
    await service.resumeLocal();
    await service.resumeLocal();
    expect(service.store.getState().items.map((item) => item.meta.recordingId)).toEqual(['b', 'a']);

    await vi.waitFor(() => expect(backend.attempts).toEqual(['a']));
    backend.accept();
    await vi.waitFor(() => expect(backend.attempts).toEqual(['a', 'b']));
    backend.accept();
    await vi.waitFor(async () => expect(await recorder.listLocal()).toEqual([]));
    expect(phases()).toEqual(['stored', 'stored']);
  });
});

describe('refresh', () => {
  it('shows the store and this device as one list, newest first', async () => {
    await recordCall();
    await untilPhase('sending');
    backend.accept();
    await untilPhase('stored');
    clock.advance(1000);
    service.start(buildCall({ callId: asCallId('call-2') }), [[], []]);
    expect(service.store.getState().listing).toBe('never-read');

    const refreshed = service.refresh();
    expect(service.store.getState().listing).toBe('reading');
    await refreshed;
    expect(service.store.getState()).toMatchObject({ listing: 'read', listError: null });
    expect(
      service.store.getState().items.map((item) => [item.meta.recordingId, item.progress.phase]),
    ).toEqual([
      ['id-2', 'recording'],
      ['id-1', 'stored'],
    ]);
  });

  it('says why the store cannot be read, and keeps what was read before', async () => {
    await recordCall();
    await untilPhase('sending');
    backend.accept();
    await untilPhase('stored');
    await service.refresh();
    backend.failList('upload/server-unreachable');
    await service.refresh();
    expect(service.store.getState()).toMatchObject({
      listing: 'read',
      listError: { code: 'upload/server-unreachable' },
    });
    expect(phases()).toEqual(['stored']);

    backend.failList(null);
    await service.refresh();
    expect(service.store.getState().listError).toBeNull();
  });
});

describe('createUploadSink', () => {
  const artifact = {
    callId: call.callId,
    format: 'stereo_pcm',
    codec: '',
    sampleRateHz: 16000,
    channels: 2,
    sn3: null,
  } as const;

  it('wants no samples, and gives the durable result when the store has the file', async () => {
    const sink = createUploadSink(service.deliver);
    service.start(call, [[], []]);
    await untilRecording();
    recorder.advance(1000);
    const payload = await service.finish(call.callId);
    const finished = sink.finishRecording({ aborted: false }, { ...artifact, payload });
    await untilPhase('sending');
    backend.accept();

    expect(await finished).toEqual({
      url: 'https://store.example.com/recordings/id-1',
      objectKey: 'id-1',
      bytes: 64_044,
    });
    expect(backend.attempts).toHaveLength(1);
  });

  it('keeps nothing of a call without a recording', async () => {
    const sink = createUploadSink(service.deliver);
    expect(await sink.finishRecording({ aborted: false }, { ...artifact, payload: null })).toEqual({
      url: '',
      objectKey: '',
      bytes: 0,
    });
    expect(backend.attempts).toEqual([]);
  });
});
