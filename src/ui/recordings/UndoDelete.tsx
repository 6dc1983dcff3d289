import { useStore } from 'zustand';
import { partyName } from '#core/contacts/known-names.ts';
import { useSoftphone } from '../shared/softphone-context.ts';
import { UndoLine } from '../shared/UndoLine.tsx';
import { words } from '../words.ts';
import styles from './UndoDelete.module.css';

/** Says what was deleted last, and brings it back. It lies over the page, so that the rows stay where they are. */
export function UndoDelete({ onUndo }: { readonly onUndo: () => void }) {
  const softphone = useSoftphone();
  const deleted = useStore(softphone.recordings, (state) => state.deleted);
  const names = useStore(softphone.people.names);
  const [first] = deleted;
  return (
    <div className={styles.over}>
      <UndoLine
        said={
          first === undefined ? null : words.recordings.deleted(partyName(names, first.meta), deleted.length)
        }
        onUndo={onUndo}
        onDismiss={softphone.forgetDeleted}
      />
    </div>
  );
}
