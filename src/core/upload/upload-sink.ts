import { nothingKept, type RecordingSink } from '../hooks/recording-sink.ts';
import type { RecordingFile } from '../recording/recording-meta.ts';
import type { UploadedRecording } from './upload-port.ts';

/**
 * The sink that brings each call's recording to the store, with its encoded frames where they were kept. It wants no samples: they are in a file already when the call
 * ends. `finishRecording` resolves when the store has the file, which may take as long as the store is away; it does not
 * look at `signal`, since the upload goes on whether or not somebody waits. A payload that is no file is kept nowhere.
 */
export function createUploadSink(
  deliver: (file: RecordingFile) => Promise<UploadedRecording>,
): RecordingSink {
  return {
    beginRecording: () => false,
    appendPcm() {},
    async finishRecording(_signal, { payload }) {
      if (payload === null || payload instanceof Uint8Array) return nothingKept;
      const { url, objectKey, bytes } = await deliver(payload);
      return { url, objectKey, bytes };
    },
  };
}
