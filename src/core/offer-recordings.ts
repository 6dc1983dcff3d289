import type { RecordingService } from './recording/recording-service-types.ts';
import type { Softphone } from './softphone-types.ts';

/** What the phone lets a person do with recordings. */
export const offerRecordings = ({
  refresh,
  open,
  openLocal,
  retry,
  cancel,
  deleteLocal,
  edits,
}: RecordingService): Pick<
  Softphone,
  | 'refreshRecordings'
  | 'openRecording'
  | 'openLocalRecording'
  | 'retryUpload'
  | 'cancelUpload'
  | 'deleteLocalRecording'
  | keyof RecordingService['edits']
> => ({
  refreshRecordings: refresh,
  openRecording: open,
  openLocalRecording: openLocal,
  retryUpload: retry,
  cancelUpload: cancel,
  deleteLocalRecording: deleteLocal,
  ...edits,
});
