import { useCallback, useEffect, useRef, useState } from 'react';
import type { ContactBook } from '#core/contacts/contact-book.ts';
import type { ContactId } from '#core/contacts/contact.ts';
import { type PhoneErrorDetail, toPhoneErrorDetail } from '#core/errors/phone-error.ts';
import { type ReadContacts, readContacts } from './read-file.ts';

/** Where an import is. */
export type ImportState =
  | { readonly phase: 'none' }
  /** `share` from 0 to 1 of the step. */
  | { readonly phase: 'importing'; readonly step: 'reading' | 'keeping'; readonly share: number }
  | {
      readonly phase: 'done';
      readonly added: readonly ContactId[];
      readonly known: number;
      readonly read: Pick<ReadContacts, 'withoutAddress' | 'openQuoteRow' | 'isOldEncoding'>;
    }
  | { readonly phase: 'failed'; readonly error: PhoneErrorDetail; readonly isPartlyKept: boolean };

/** An import, and what can be done with it. */
export interface Import {
  readonly state: ImportState;
  readonly start: (file: File) => void;
  /** Only while the file is read: what is kept is kept. */
  readonly cancel: () => void;
  /** Takes out again what was added. */
  readonly undo: () => void;
  readonly dismiss: () => void;
}

const none: ImportState = { phase: 'none' };

export function useImport(book: ContactBook): Import {
  const [state, setState] = useState<ImportState>(none);
  const abort = useRef<AbortController | null>(null);
  useEffect(() => () => abort.current?.abort(), []);

  const run = useCallback(
    async (file: File, signal: AbortSignal) => {
      const tell = (step: 'reading' | 'keeping') => (share: number) => {
        if (!signal.aborted) setState({ phase: 'importing', step, share });
      };
      let kept = 0;
      try {
        const { contacts, ...read } = await readContacts(file, tell('reading'), signal);
        const keeping = tell('keeping');
        const report = await book.addAll(contacts, (count) => {
          kept = count;
          keeping(count / contacts.length);
        });
        setState({ phase: 'done', ...report, read });
      } catch (thrown) {
        setState(
          signal.aborted
            ? none
            : { phase: 'failed', error: toPhoneErrorDetail(thrown), isPartlyKept: kept > 0 },
        );
      }
    },
    [book],
  );

  return {
    state,
    start(file) {
      abort.current?.abort();
      abort.current = new AbortController();
      setState({ phase: 'importing', step: 'reading', share: 0 });
      void run(file, abort.current.signal);
    },
    cancel: () => abort.current?.abort(),
    undo() {
      if (state.phase !== 'done') return;
      book.remove(state.added).then(
        () => setState(none),
        (thrown: unknown) =>
          setState({ phase: 'failed', error: toPhoneErrorDetail(thrown), isPartlyKept: false }),
      );
    },
    dismiss: () => setState(none),
  };
}
