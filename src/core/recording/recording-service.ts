import { toPhoneErrorDetail, type PhoneErrorDetail } from '../errors/phone-error.ts';
import { asRecordingId, type CallId, type RecordingId } from '../shared/ids.ts';
import { createStore } from '../shared/store.ts';
import { noRecordings, type RecordingsState } from '../softphone-types.ts';
import { createSendNotes } from '../upload/send-notes.ts';
import type { UploadedRecording } from '../upload/upload-port.ts';
import { createUploadQueue } from '../upload/upload-queue.ts';
import { createCallRecording, type CallRecording } from './call-recording.ts';
import type { CallRecordingState } from './call-recording-state.ts';
import { createCompareLater } from './copy-comparison.ts';
import { describeCall } from './describe-call.ts';
import { createSettleCopy } from './delivered-copies.ts';
import { forgetStored, mergeRecordings } from './merge-recordings.ts';
import { createRecordingEdits } from './recording-edits.ts';
import { createOpenedCopies } from './opened-copies.ts';
import type { RecordingListener } from './recorder-port.ts';
import type { RecordingItem, RecordingProgress } from './recording-item.ts';
import type { RecordingFile } from './recording-meta.ts';
import type { RecordingService, RecordingServiceDeps } from './recording-service-types.ts';
import { createStoreList } from './store-list.ts';

/** How often the page looks for copies whose time is over, and for recordings of pages that were closed. */
const resumeIntervalMs = 60 * 60 * 1000;

type OnState = Extract<CallRecordingState, { phase: 'on' }>;

/** Makes the service. Nothing happens before it is asked to. */
export function createRecordingService(deps: RecordingServiceDeps): RecordingService {
  const { recorder, upload, stored, connectivity, uploadTurns: turns, clock } = deps;
  const { createId, logger, sampleRateHz, keepLocal } = deps;
  const sendNotes = createSendNotes(stored.actions);
  const store = createStore<RecordingsState>(noRecordings);
  const local = new Map<RecordingId, RecordingItem>();
  const active = new Map<CallId, CallRecording>();
  let refreshing: Promise<void> | null = null;
  let cancelResume = (): void => undefined;

  const publish = (changes: Partial<RecordingsState> = {}) => {
    store.setState((state) => ({
      ...state,
      ...changes,
      items: mergeRecordings(local.values(), list.recordings()),
    }));
  };
  const list = createStoreList(stored.list, connectivity, (changes) => {
    forgetStored(local, list.has);
    publish(changes);
  });
  const put = (item: RecordingItem) => {
    local.set(item.meta.recordingId, item);
    publish();
  };
  const update = (recordingId: RecordingId, changes: Partial<RecordingItem>) => {
    const item = local.get(recordingId);
    if (item !== undefined) put({ ...item, ...changes });
  };
  /** Null takes a call's state away. */
  const setCall = (callId: CallId, state: CallRecordingState | null) => {
    const calls = new Map(store.getState().calls);
    if (state === null) calls.delete(callId);
    else calls.set(callId, state);
    publish({ calls });
  };
  const updateCall = (callId: CallId, change: (state: OnState) => Partial<OnState>) => {
    const state = store.getState().calls.get(callId);
    if (state?.phase === 'on') setCall(callId, { ...state, ...change(state) });
  };
  const fail = (recordingId: RecordingId, error: PhoneErrorDetail) => {
    logger.warn('a recording failed', { recordingId, ...error });
    update(recordingId, { progress: { phase: 'failed', error } });
  };

  const queue = createUploadQueue({
    upload,
    clock,
    connectivity,
    turns,
    onProgress: (recordingId, progress) =>
      update(recordingId, progress.phase === 'failed' ? { progress, localCopy: null } : { progress }),
    onComparison: (recordingId, comparison) => update(recordingId, { comparison }),
    onOverview: (uploads) => publish({ uploads }),
  });

  const putFile = (file: RecordingFile, progress: RecordingProgress) => {
    const { meta, durationMs, byteLength: bytes, notes = '', receipt } = file;
    put({
      meta,
      progress,
      durationMs,
      bytes,
      localCopy: { endsAtMs: null },
      notes,
      notesRefused: receipt?.notesRefused === true,
      // Where there is nothing but files, nothing can be done with them.
      ...(stored.actions === null ? { allows: [] } : {}),
    });
  };

  const copies = createOpenedCopies(recorder.openLocal, () => void resumeLocal());
  // What fails is tried again by `resumeLocal`.
  const settleCopy = createSettleCopy({
    recorder,
    clock,
    logger,
    keepLocal,
    sendNotes,
    isOpen: copies.isOpen,
    notesOf: (recordingId) => local.get(recordingId)?.notes ?? '',
    onSettled: (recordingId, localCopy, notesRefused) => update(recordingId, { localCopy, notesRefused }),
  });

  const compareLater = createCompareLater({
    compare: queue.compare,
    settleCopy,
    recorder,
    logger,
    keepLocal,
  });

  const deliver = async (file: RecordingFile): Promise<UploadedRecording> => {
    const uploaded = await queue.add(file);
    const { sn3Url } = uploaded;
    if (sn3Url !== null && file.sn3 !== null) {
      update(file.meta.recordingId, { sn3: { codecs: file.sn3.codecs, url: sn3Url } });
    }
    await settleCopy(file, uploaded.url, uploaded.isCompared);
    if (!uploaded.isCompared) compareLater(file, uploaded.url, true);
    // What the store lets the person do with it, its list says.
    if (store.getState().listing !== 'never-read') void list.read();
    return uploaded;
  };

  const deliverLeftover = async (file: RecordingFile): Promise<void> => {
    putFile(file, { phase: 'queued' });
    if (file.meta.ending === 'recovered') {
      publish({ recovered: new Set(store.getState().recovered).add(file.meta.recordingId) });
    }
    try {
      await deliver(file);
    } catch (error) {
      logger.warn('a recording could not be delivered', { ...toPhoneErrorDetail(error) });
    }
  };

  const deleteLocal = async (recordingId: RecordingId): Promise<void> => {
    if (local.get(recordingId)?.progress.phase === 'recording') return;
    queue.remove(recordingId);
    try {
      if (local.get(recordingId)?.progress.phase !== 'stored') await upload.discard(recordingId);
      await recorder.deleteLocal(recordingId);
      if (local.get(recordingId)?.progress.phase === 'stored') update(recordingId, { localCopy: null });
      else local.delete(recordingId);
      publish();
    } catch (error) {
      fail(recordingId, toPhoneErrorDetail(error));
    }
  };

  const resume = async (file: RecordingFile): Promise<void> => {
    const { meta, receipt } = file;
    const known = local.get(meta.recordingId)?.progress;
    const url = known?.phase === 'stored' ? known.url : receipt?.url;
    if (url !== undefined) {
      if (known === undefined) putFile(file, { phase: 'stored', url });
      await settleCopy(file, url);
      if (receipt !== null && receipt.compared !== true) compareLater(file, url, false);
    } else if (known === undefined || known.phase === 'failed') {
      void deliverLeftover(file);
    }
  };

  const resumeLocal = async (): Promise<void> => {
    cancelResume();
    cancelResume = clock.setTimer(() => void resumeLocal(), resumeIntervalMs);
    // Where nobody has looked at the list, whoever does will read the store's.
    if (store.getState().listing === 'never-read') forgetStored(local, () => true);
    try {
      // All at once: what the list says holds now, and not when another one has been deleted.
      const files = await recorder.listLocal();
      publish({ deviceError: null });
      await Promise.all(files.map(resume));
    } catch (error) {
      const deviceError = toPhoneErrorDetail(error);
      publish({ deviceError });
      logger.warn('the recordings on this device cannot be read', { ...deviceError });
    }
  };

  const readBoth = async (): Promise<void> => {
    await Promise.all([list.read(), resumeLocal()]);
    refreshing = null;
  };

  const edits = createRecordingEdits({
    recorder: { ...recorder, openLocal: copies.open },
    actions: stored.actions,
    sendNotes,
    find: (recordingId) => store.getState().items.find(({ meta }) => meta.recordingId === recordingId),
    async stopUpload(recordingId) {
      queue.remove(recordingId);
      await upload.discard(recordingId);
    },
    resumeUpload(recordingId, why) {
      fail(recordingId, why);
      void resumeLocal();
    },
    takeAway(recordingId) {
      local.delete(recordingId);
      list.takeAway(recordingId);
      publish();
    },
    change(recordingId, changes) {
      list.change(recordingId, changes);
      update(recordingId, changes);
      publish();
    },
    async letCopyGo(recordingId, url) {
      const files = await recorder.listLocal();
      const { receipt } = files.find(({ meta }) => meta.recordingId === recordingId) ?? {};
      const compared = receipt?.compared === true ? { compared: receipt.compared } : {};
      await recorder.keepReceipt(recordingId, { atMs: clock.nowMs(), url, ...compared });
      await resumeLocal();
    },
    putBack: (file) => void deliverLeftover(file),
    readList: list.read,
    getDeleted: () => store.getState().deleted,
    setDeleted: (deleted) => publish({ deleted }),
  });

  return {
    edits,
    store,
    open: stored.open,
    openLocal: copies.open,
    deliver,
    prepare: recorder.prepare,
    offer(callId, asks) {
      if (!active.has(callId)) setCall(callId, asks ? { phase: 'asking' } : { phase: 'off', error: null });
    },
    start(call, sources, onSamples = null, frames = null) {
      const { callId } = call;
      if (active.has(callId)) return;
      const recordingId = asRecordingId(createId());
      const startedAtMs = Math.round(clock.nowMs());
      const meta = describeCall(call, { recordingId, startedAtMs, sampleRateHz });
      put({ meta, progress: { phase: 'recording' }, durationMs: null, bytes: null, localCopy: null });
      setCall(callId, { phase: 'on', sinceMs: startedAtMs, paused: false, silent: [false, false] });
      const listener: RecordingListener = {
        onSamples,
        onFailure(error) {
          fail(recordingId, error);
          if (isCurrent()) setCall(callId, { phase: 'off', error });
        },
        onSoundless() {
          if (isCurrent()) updateCall(callId, () => ({ soundless: true }));
        },
        onSilence(channel, silent) {
          if (isCurrent())
            updateCall(callId, (state) => ({
              silent: state.silent.with(channel, silent) as [boolean, boolean],
            }));
        },
      };
      // The call may be recorded a second time before the file of the first is complete.
      const isCurrent = () => active.get(callId) === recording;
      const recording = createCallRecording(recorder, meta, sources, clock.nowMs, listener, frames);
      active.set(callId, recording);
      recording.follow(call);
    },
    setSources(callId, channel, sources) {
      active.get(callId)?.setSources(channel, sources);
    },
    setPaused(callId, paused) {
      active.get(callId)?.setPaused(paused);
      updateCall(callId, () => ({ paused }));
    },
    follow(call) {
      active.get(call.callId)?.follow(call);
    },
    async finish(callId) {
      const recording = active.get(callId);
      active.delete(callId);
      // Before anybody is told, who then draws.
      const finishing = recording?.finish();
      if (store.getState().calls.has(callId)) setCall(callId, null);
      const file = (await finishing) ?? null;
      if (file !== null) putFile(file, { phase: 'queued' });
      // Its worker may have crashed, and what that has written is found by the next one.
      else if (recording !== undefined) void resumeLocal();
      return file;
    },
    refresh() {
      refreshing ??= readBoth();
      return refreshing;
    },
    retry: queue.retry,
    cancel: queue.cancel,
    deleteLocal,
    resumeLocal,
  };
}
