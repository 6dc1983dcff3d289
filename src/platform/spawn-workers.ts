import ExportWorker from '#workers/export.worker.ts?worker';
import FramesWorker from '#workers/frames.worker.ts?worker';
import RecordingWorker from '#workers/recording.worker.ts?worker';
import UploadWorker from '#workers/upload.worker.ts?worker';

/** Starts the worker that owns the files of recordings. */
export const spawnRecordingWorker = (): Worker => new RecordingWorker();

/** Starts a worker that uploads one recording. */
export const spawnUploadWorker = (): Worker => new UploadWorker();

/** Starts a worker that makes one file of recordings. */
export const spawnExportWorker = (): Worker => new ExportWorker();

/** Starts a worker that the encoded frames of a call pass. */
export const spawnFramesWorker = (): Worker => new FramesWorker();
