import RecordingWorker from '#workers/recording.worker.ts?worker';

/** Starts the worker that owns the files of recordings. */
export const spawnRecordingWorker = (): Worker => new RecordingWorker();
