import { expect, vi } from 'vitest';
import { createRecordingService } from '#core/recording/recording-service.ts';
import type { RecordingServiceDeps } from '#core/recording/recording-service-types.ts';
import type { RecordingMeta } from '#core/recording/recording-meta.ts';
import { silentLogger } from '#core/shared/logger.ts';
import { createSerialQueue } from '#core/shared/serial-queue.ts';
import { createFakeClock } from './fake-clock.ts';
import { createFakeConnectivity } from './fake-connectivity.ts';
import { createFakeRecorder } from './fake-recorder.ts';
import { createFakeStore } from './fake-upload.ts';
import { buildRecordingMeta } from './recording-builders.ts';

/** What a reload of the page does not change. */
export const createRecordingDevice = () => ({
  clock: createFakeClock(),
  recorder: createFakeRecorder(),
  backend: createFakeStore(),
});

/** The recordings of a page on such a device, over fakes, with the given parts instead of the usual ones. */
export function createRecordingBench(
  changes: Partial<RecordingServiceDeps> = {},
  device = createRecordingDevice(),
) {
  const { clock, recorder, backend } = device;
  let ids = 0;
  const service = createRecordingService({
    recorder,
    upload: backend.upload,
    stored: backend.stored,
    connectivity: createFakeConnectivity(),
    uploadTurns: createSerialQueue(),
    clock,
    createId: () => `id-${String((ids += 1))}`,
    logger: silentLogger,
    sampleRateHz: 16000,
    keepLocal: 'until-stored',
    ...changes,
  });
  const phases = () => service.store.getState().items.map((item) => item.progress.phase);
  const untilPhase = (phase: string) => vi.waitFor(() => expect(phases()).toEqual([phase]));
  const onlyItem = () => {
    const { items } = service.store.getState();
    expect(items.length).toBeLessThanOrEqual(1);
    return items[0];
  };
  /** The store has the one recording, and this device has it no more. */
  const untilCopyGone = () =>
    vi.waitFor(async () => {
      expect(await recorder.listLocal()).toEqual([]);
      expect(onlyItem()).toMatchObject({ progress: { phase: 'stored' }, localCopy: null });
    });
  const newest = () => service.store.getState().items[0];
  const untilNewestIs = (phase: string) => vi.waitFor(() => expect(newest()?.progress.phase).toBe(phase));
  /** A recording that waits on this device to be sent. */
  const leave = async (meta: Partial<RecordingMeta> = {}) => {
    recorder.addLocal(buildRecordingMeta(meta), 1000);
    await service.refresh();
    await untilNewestIs('sending');
  };
  /** One that the store has. */
  const store = async () => {
    await leave();
    backend.accept();
    await untilNewestIs('stored');
    await vi.waitFor(() => expect(newest()?.allows).toContain('delete'));
  };
  return {
    newest,
    untilNewestIs,
    leave,
    store,
    device,
    clock,
    recorder,
    backend,
    service,
    phases,
    untilPhase,
    untilCopyGone,
    onlyItem,
  };
}
