import type { RecordingEdits } from '#core/recording/recording-edits.ts';
import type { RecordingItem } from '#core/recording/recording-item.ts';
import type { Store } from '#core/shared/store.ts';
import type { RecordingsState, Softphone } from '#core/softphone-types.ts';
import type { FakeCommand } from './fake-softphone.ts';

/** What a person does with recordings, as a page sees it; `note` is told each command. */
export function createFakeEdits(
  recordings: Store<RecordingsState>,
  note: (command: FakeCommand) => void,
): RecordingEdits & Pick<Softphone, 'deleteLocalRecording'> {
  return {
    deleteLocalRecording(recordingId) {
      note(['deleteLocalRecording', recordingId]);
      return Promise.resolve();
    },
    deleteRecordings(recordingIds) {
      note(['deleteRecordings', recordingIds]);
      recordings.setState((before) => {
        const isDeleted = ({ meta }: RecordingItem) => recordingIds.includes(meta.recordingId);
        return {
          ...before,
          items: before.items.filter((item) => !isDeleted(item)),
          deleted: before.items.filter(isDeleted),
        };
      });
      return Promise.resolve();
    },
    undoDelete() {
      note(['undoDelete']);
      recordings.setState((before) => ({
        ...before,
        items: [...before.deleted, ...before.items],
        deleted: [],
      }));
      return Promise.resolve();
    },
    forgetDeleted() {
      note(['forgetDeleted']);
      recordings.setState((before) => ({ ...before, deleted: [] }));
    },
    setNotes(recordingId, notes) {
      note(['setNotes', recordingId, notes]);
      return Promise.resolve();
    },
    readPeaks: () =>
      Promise.resolve({
        framesPerBucket: 320,
        remote: Uint8Array.of(200, 0, 100),
        local: Uint8Array.of(0, 180, 90),
      }),
    probeStored(url) {
      note(['probeStored', url]);
      return Promise.resolve();
    },
    whyNotPlayable(recordingId) {
      note(['whyNotPlayable', recordingId]);
      return Promise.resolve({ code: 'recording/file-gone' });
    },
  };
}
