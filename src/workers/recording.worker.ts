import { assertNever } from '#core/shared/assert-never.ts';
import type { LocalRecording } from '#platform/storage/local-recordings.ts';
import { thisFolder } from '#platform/storage/recording-folder.ts';
import { toStorageError } from '#platform/storage/storage-error.ts';
import { createRecordingDesk } from './recording-desk.ts';
import type { RecordingReply, RecordingRequest } from './recording-messages.ts';

/** The dedicated worker that owns the files of recordings. Its messages are `RecordingRequest` and `RecordingReply`. */
const reply = (message: RecordingReply): void => self.postMessage(message);

const desk = createRecordingDesk(
  thisFolder,
  { warn: (message, context = {}) => reply({ kind: 'warned', message, context }) },
  {
    onStopped: (recordingId, error) => reply({ kind: 'stopped', recordingId, error }),
    onSilence: (recordingId, channel, silent) => reply({ kind: 'silence', recordingId, channel, silent }),
    onSamples: (recordingId, remote, local) => reply({ kind: 'samples', recordingId, remote, local }),
  },
);

async function answer(request: RecordingRequest): Promise<RecordingReply> {
  const { requestId } = request;
  const done = (...recordings: readonly LocalRecording[]): RecordingReply => ({
    kind: 'done',
    requestId,
    recordings,
  });
  switch (request.kind) {
    case 'begin':
      await desk.begin(request.meta, request.samples, request.taps, request.frames);
      return done();
    case 'mark':
      desk.mark(request.recordingId, request.mark);
      return done();
    case 'finish': {
      const recording = await desk.finish(request.recordingId);
      return recording === null ? done() : done(recording);
    }
    case 'list':
      return done(...(await desk.list()));
    case 'open':
      return { kind: 'opened', requestId, file: await desk.open(request.recordingId) };
    case 'keep-receipt':
      await desk.keepReceipt(request.recordingId, request.receipt);
      return done();
    case 'read-peaks':
      return { kind: 'measured', requestId, peaks: await desk.readPeaks(request.recordingId) };
    case 'keep-notes':
      await desk.keepNotes(request.recordingId, request.notes);
      return done();
    case 'trash':
      await desk.trash(request.recordingId);
      return done();
    case 'restore':
      return done(await desk.restore(request.recordingId));
    case 'remove':
      await desk.remove(request.recordingId);
      return done();
    default:
      return assertNever(request);
  }
}

self.addEventListener('message', ({ data: request }: MessageEvent<RecordingRequest>) => {
  const { requestId } = request;
  answer(request).then(reply, (error: unknown) =>
    reply({ kind: 'refused', requestId, error: toStorageError(error).detail }),
  );
});
