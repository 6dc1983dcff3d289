import { useStore } from 'zustand';
import type { RecordingItem } from '#core/recording/recording-item.ts';
import { formatBytes } from '../../shared/format.ts';
import { useSoftphone } from '../../shared/softphone-context.ts';
import { words } from '../../words.ts';
import { DataRow } from './DataRow.tsx';

const amountOf = (items: readonly RecordingItem[]): string =>
  words.data.recordings(items.length, formatBytes(items.reduce((sum, { bytes }) => sum + (bytes ?? 0), 0)));

/** Those that are nowhere else, and the copies of those that are. */
export function RecordingRows() {
  const { recordings, deleteLocalRecording } = useSoftphone();
  const items = useStore(recordings, (state) => state.items);
  const here = items.filter(({ localCopy }) => localCopy !== null);
  const unsent = here.filter(({ progress }) => progress.phase !== 'stored');
  const copies = here.filter(({ progress }) => progress.phase === 'stored');
  const deleteAll = async (some: readonly RecordingItem[]) => {
    await Promise.all(some.map(({ meta }) => deleteLocalRecording(meta.recordingId)));
  };
  return (
    <>
      <DataRow
        name={words.data.unsent}
        amount={amountOf(unsent)}
        isEmpty={unsent.length === 0}
        question={words.data.unsentQuestion(unsent.length)}
        confirm={words.recordings.deleteForGood}
        onDelete={() => deleteAll(unsent)}
      />
      <DataRow
        name={words.data.copies}
        amount={amountOf(copies)}
        isEmpty={copies.length === 0}
        question={words.data.copiesQuestion}
        onDelete={() => deleteAll(copies)}
      />
    </>
  );
}
