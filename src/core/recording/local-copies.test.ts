import { beforeEach, describe, expect, it, vi } from 'vitest';
import { asRecordingId } from '#core/shared/ids.ts';
import { silentLogger } from '#core/shared/logger.ts';
import { createSerialQueue } from '#core/shared/serial-queue.ts';
import { buildCall } from '#testing/call-builders.ts';
import { createFakeClock } from '#testing/fake-clock.ts';
import { createFakeConnectivity } from '#testing/fake-connectivity.ts';
import { createFakeRecorder } from '#testing/fake-recorder.ts';
import { createFakeStore } from '#testing/fake-upload.ts';
import { buildRecordingMeta } from '#testing/recording-builders.ts';
import { createRecordingService } from './recording-service.ts';

function setUp() {
  const clock = createFakeClock();
  const recorder = createFakeRecorder();
  const backend = createFakeStore();
  const service = createRecordingService({
    recorder,
    upload: backend.upload,
    stored: backend.stored,
    connectivity: createFakeConnectivity(),
    uploadTurns: createSerialQueue(),
    clock,
    createId: () => 'unused',
    logger: silentLogger,
    sampleRateHz: 16000,
  });
  const phases = () => service.store.getState().items.map((item) => item.progress.phase);
  const untilPhase = (phase: string) => vi.waitFor(() => expect(phases()).toEqual([phase]));
  return { clock, recorder, backend, service, phases, untilPhase };
}

const recordingId = asRecordingId('recording-1');

let bench = setUp();
beforeEach(() => {
  bench = setUp();
});

describe('a recording that the person deletes', () => {
  beforeEach(async () => {
    bench.recorder.addLocal(buildRecordingMeta({ recordingId }), 1000);
    await bench.service.resumeLocal();
    await bench.untilPhase('sending');
  });

  it('is gone from this device and from the list, and is never sent', async () => {
    const { service, recorder, backend, phases } = bench;
    await service.deleteLocal(recordingId);
    expect(phases()).toEqual([]);
    expect(await recorder.listLocal()).toEqual([]);
    await service.resumeLocal();
    expect(backend.attempts).toHaveLength(1);
    expect(service.store.getState().uploads).toBeNull();
  });

  it('stays in the list, as failed, when this device does not let go of it', async () => {
    const { service, recorder, phases } = bench;
    vi.spyOn(recorder, 'deleteLocal').mockRejectedValue(new Error('locked'));
    await service.deleteLocal(recordingId);
    expect(phases()).toEqual(['failed']);
  });
});

it('does not delete a recording that is still being made', async () => {
  const { service, recorder, phases } = bench;
  service.start(buildCall(), null, null);
  await vi.waitFor(() => expect(recorder.active()).toHaveLength(1));
  await service.deleteLocal(asRecordingId('unused'));
  expect(phases()).toEqual(['recording']);
});
