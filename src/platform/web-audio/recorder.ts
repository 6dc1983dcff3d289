import { PhoneError, toPhoneErrorDetail, type PhoneErrorDetail } from '#core/errors/phone-error.ts';
import type { RecordingFile } from '#core/recording/recording-meta.ts';
import type { Capture, RecorderPort, ActiveRecording } from '#core/recording/recorder-port.ts';
import type { Logger } from '#core/shared/logger.ts';
import type { LocalRecording } from '#platform/storage/local-recordings.ts';
import { thisFolder } from '#platform/storage/recording-folder.ts';
import { toCallTap, toMediaStream } from '../media-handles.ts';
import type { PhoneAudioContext } from './audio-context.ts';
import {
  createCaptureNode,
  createSilentCapture,
  loadCaptureWorklet,
  type CaptureNode,
} from './capture-node.ts';
import { createRecordingClient } from './recording-client.ts';

/** What a recorder needs from the page. */
export interface WebAudioRecorderDeps {
  readonly audioContext: Pick<PhoneAudioContext, 'get' | 'start'>;
  /** Starts the recording worker (`src/workers/recording.worker.ts`). */
  readonly spawnWorker: () => Worker;
  readonly logger: Logger;
}

/**
 * Records with an AudioWorklet, whose samples go straight to a worker, which writes them to this origin's private file
 * system. The main thread makes and releases nodes, and carries no samples.
 */
export function createWebAudioRecorder({
  audioContext,
  spawnWorker,
  logger,
}: WebAudioRecorderDeps): RecorderPort {
  const client = createRecordingClient(spawnWorker, logger);

  const load = async (): Promise<AudioContext> => {
    try {
      const context = audioContext.get();
      await loadCaptureWorklet(context);
      return context;
    } catch (error) {
      throw captureFailed(error);
    }
  };

  return {
    async prepare() {
      try {
        await load();
      } catch (error) {
        logger.warn('the recorder is not ready', { error: String(error) });
      }
      await audioContext.start();
    },

    async begin(meta, listener, [remote, local] = [[], []], frames = null): Promise<ActiveRecording> {
      const tap = frames === null ? null : toCallTap(frames);
      const { port1, port2 } = new MessageChannel();
      let over = false;
      const fail = (error: PhoneErrorDetail) => {
        if (over) return;
        over = true;
        tap?.stop();
        listener.onFailure(error);
      };
      /** What passes the tap is the call, too: it is worth a recording without sound. */
      const goOnSilent = (error: PhoneErrorDetail) => {
        logger.warn('a recording has no sound, only encoded frames', { ...error });
        listener.onSoundless?.();
      };
      // Captures before the file is open: the port keeps the samples until then.
      const capture = async (): Promise<CaptureNode> => {
        try {
          return createCaptureNode(await load(), port1, () => (tap === null ? fail : goOnSilent)(crashed));
        } catch (error) {
          if (tap === null) throw error;
          goOnSilent(toPhoneErrorDetail(error));
          return createSilentCapture(port1);
        }
      };
      const node = await capture();
      let isCapturing = false;
      let isPaused = false;
      const controls: Capture = {
        setSources: (channel, sources) => node.setStreams(channel, sources.map(toMediaStream)),
        setPaused(paused) {
          isPaused = paused;
          if (!isCapturing) return;
          node.setPaused(paused);
          tap?.setPaused(paused);
        },
      };
      controls.setSources(0, remote);
      controls.setSources(1, local);

      // What was asked for meanwhile is heeded from the first sample and the first frame on.
      listener.onCapture?.(controls);
      isCapturing = true;
      node.start(isPaused);
      const passed = tap === null ? null : new MessageChannel();
      let hasBegun = false;
      let lostAtMs: number | null = null;
      const markLost = () => {
        if (!hasBegun || lostAtMs === null) return;
        client.mark(meta.recordingId, { kind: 'packets-lost', atMs: lostAtMs, durationMs: null });
      };
      const onLost = () => {
        lostAtMs ??= Math.max(0, Date.now() - meta.startedAtMs);
        markLost();
      };
      if (passed !== null) tap?.capture(passed.port1, isPaused, onLost);

      let finished: Promise<RecordingFile> | null = null;
      const finish = async () => {
        over = true;
        node.stop();
        tap?.stop();
        const recording = await client.finish(meta.recordingId);
        if (recording === null) throw captureFailed('Nothing was captured.');
        return toRecordingFile(recording);
      };

      try {
        await client.begin(meta, port2, { ...listener, onFailure: fail }, passed?.port2 ?? null);
      } catch (error) {
        node.stop();
        tap?.stop();
        throw error;
      }
      hasBegun = true;
      markLost();
      return {
        ...controls,
        mark: (mark) => client.mark(meta.recordingId, mark),
        finish: () => (finished ??= finish()),
      };
    },

    listLocal: async () => (await client.list()).map(toRecordingFile),
    async openLocal(recordingId) {
      const url = URL.createObjectURL(await client.open(recordingId));
      return { url, release: () => URL.revokeObjectURL(url) };
    },
    keepReceipt: client.keepReceipt,
    readPeaks: client.readPeaks,
    keepNotes: client.keepNotes,
    trashLocal: client.trash,
    restoreLocal: async (recordingId) => toRecordingFile(await client.restore(recordingId)),
    deleteLocal: client.remove,
  };
}

function toRecordingFile(recording: LocalRecording): RecordingFile {
  const { meta, sn3 } = recording;
  const reader =
    (suffix: '.wav' | '.sn3'): RecordingFile['read'] =>
    async (start, end) => {
      try {
        const file = await thisFolder.read(meta.recordingId, suffix);
        if (file === null) throw new Error('The file is gone.');
        return new Uint8Array(await file.slice(start, end).arrayBuffer());
      } catch (error) {
        throw new PhoneError({ code: 'recording/storage-failed', details: String(error) }, error);
      }
    };
  return {
    ...recording,
    sn3: sn3 === null ? null : { ...sn3, read: reader('.sn3') },
    read: reader('.wav'),
  };
}

const crashed: PhoneErrorDetail = {
  code: 'recording/capture-failed',
  details: 'The capture worklet crashed.',
};

function captureFailed(cause: unknown): PhoneError {
  return new PhoneError({ code: 'recording/capture-failed', details: String(cause) }, cause);
}
