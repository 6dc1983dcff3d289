import { useStore } from 'zustand';
import type { ContactImport, ImportState } from '#core/contacts/contact-import.ts';
import { Button } from '../shared/Button.tsx';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { formatPercent } from '../shared/format.ts';
import { ProgressBar } from '../shared/ProgressBar.tsx';
import { UndoLine } from '../shared/UndoLine.tsx';
import { words } from '../words.ts';
import styles from './ImportProgress.module.css';

/** What became of the file, in one sentence for each thing that matters. */
function describe({ added, known, read }: Extract<ImportState, { readonly phase: 'done' }>): string {
  return [
    words.contacts.added(added.length),
    ...(known === 0 ? [] : [words.contacts.known(known)]),
    ...(read.withoutAddress === 0 ? [] : [words.contacts.withoutAddress(read.withoutAddress)]),
    ...(read.openQuoteRow === null ? [] : [words.contacts.openQuote(read.openQuoteRow)]),
    ...(read.isOldEncoding ? [words.contacts.oldEncoding] : []),
  ].join(' ');
}

/** How far an import is, and what became of it. */
export function ImportProgress({ imports }: { readonly imports: ContactImport }) {
  const state = useStore(imports.store);
  if (state.phase === 'importing') {
    return (
      <div className={styles.import}>
        <p className={styles.line}>
          {state.step === 'reading' ? words.contacts.importing : words.contacts.keeping}{' '}
          {formatPercent(state.share, 1)}
        </p>
        {state.step === 'reading' ? (
          <Button onClick={imports.cancel}>{words.contacts.cancelImport}</Button>
        ) : null}
        <ProgressBar value={state.share} max={1} aria-label={words.contacts.importProgress} />
      </div>
    );
  }
  if (state.phase === 'failed') {
    return (
      <ErrorNotice
        error={state.error}
        tone="warning"
        urgent
        lead={state.isPartlyKept ? words.contacts.partlyKept : undefined}
        action={<Button onClick={imports.dismiss}>{words.people.dismiss}</Button>}
      />
    );
  }
  return (
    <UndoLine
      said={state.phase === 'done' ? describe(state) : null}
      onUndo={imports.undo}
      onDismiss={imports.dismiss}
    />
  );
}
