import { PhoneError, type PhoneErrorDetail } from '#core/errors/phone-error.ts';
import type { RecordingFile } from '#core/recording/recording-meta.ts';
import type { ActiveRecording, RecorderPort } from '#core/recording/recorder-port.ts';
import type { Logger } from '#core/shared/logger.ts';
import type { LocalRecording } from '#platform/storage/local-recordings.ts';
import { readRecordingFile } from '#platform/storage/recording-folder.ts';
import { toMediaStream } from '../media-handles.ts';
import type { PhoneAudioContext } from './audio-context.ts';
import { createCaptureNode, loadCaptureWorklet } from './capture-node.ts';
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

    async begin(meta, listener, [remote, local] = [[], []]): Promise<ActiveRecording> {
      const context = await load();
      const { port1, port2 } = new MessageChannel();
      let over = false;
      const fail = (error: PhoneErrorDetail) => {
        if (over) return;
        over = true;
        listener.onFailure(error);
      };
      // Captures before the file is open: the port keeps the samples until then.
      const node = createCaptureNode(context, port1, () =>
        fail({ code: 'recording/capture-failed', details: 'The capture worklet crashed.' }),
      );
      const setSources: ActiveRecording['setSources'] = (channel, sources) =>
        node.setStreams(channel, sources.map(toMediaStream));
      setSources(0, remote);
      setSources(1, local);

      let finished: Promise<RecordingFile> | null = null;
      const finish = async () => {
        over = true;
        node.stop();
        const recording = await client.finish(meta.recordingId);
        if (recording === null) throw captureFailed('No sound was captured.');
        return toRecordingFile(recording);
      };

      try {
        await client.begin(meta, port2, { ...listener, onFailure: fail });
      } catch (error) {
        node.stop();
        throw error;
      }
      return {
        setSources,
        setPaused: node.setPaused,
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
    deleteLocal: client.remove,
  };
}

function toRecordingFile(recording: LocalRecording): RecordingFile {
  const { meta } = recording;
  return {
    ...recording,
    async read(start, end) {
      try {
        const file = await readRecordingFile(meta.recordingId, '.wav');
        if (file === null) throw new Error('The file is gone.');
        return new Uint8Array(await file.slice(start, end).arrayBuffer());
      } catch (error) {
        throw new PhoneError({ code: 'recording/storage-failed', details: String(error) }, error);
      }
    },
  };
}

function captureFailed(cause: unknown): PhoneError {
  return new PhoneError({ code: 'recording/capture-failed', details: String(cause) }, cause);
}
