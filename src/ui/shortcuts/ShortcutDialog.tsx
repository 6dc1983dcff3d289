import { X } from 'lucide-react';
import { useEffect, useId, useRef } from 'react';
import { IconButton } from '../shared/IconButton.tsx';
import { words } from '../words.ts';
import styles from './ShortcutDialog.module.css';
import { ShortcutList } from './ShortcutList.tsx';

/** The shortcuts, over the page, until Escape or a click beside them. The browser gives the focus back where it was. */
export function ShortcutDialog({ onClose }: { readonly onClose: () => void }) {
  const dialog = useRef<HTMLDialogElement>(null);
  const title = useId();
  useEffect(() => {
    const element = dialog.current;
    if (element === null) return undefined;
    element.showModal();
    return () => element.close();
  }, []);
  return (
    <dialog
      ref={dialog}
      className={styles.dialog}
      aria-labelledby={title}
      // Told late: in development the dialog is closed and opened again meanwhile.
      onClose={() => {
        if (dialog.current?.open !== true) onClose();
      }}
      onPointerDown={(event) => {
        // The dialog's own area is what its content leaves free: the backdrop.
        if (event.target === dialog.current) onClose();
      }}
    >
      <div className={styles.content}>
        <header className={styles.header}>
          <h2 id={title} className={styles.title}>
            {words.shortcuts.title}
          </h2>
          <IconButton label={words.shortcuts.close} icon={X} onClick={onClose} />
        </header>
        <ShortcutList />
        <p className={styles.hint}>{words.shortcuts.hint}</p>
      </div>
    </dialog>
  );
}
