import { type PhoneErrorDetail, toPhoneErrorDetail } from '../errors/phone-error.ts';
import type { AbortSignalLike } from '../shared/abort.ts';
import { createStore, type ReadonlyStore } from '../shared/store.ts';
import type { ContactBook } from './contact-book.ts';
import type { ReadReport } from './contact-reader.ts';
import type { ContactDetails, ContactId } from './contact.ts';

/** What a file brought. */
export interface ReadContacts extends ReadReport {
  readonly contacts: readonly ContactDetails[];
  /** It was not written in Unicode. */
  readonly isOldEncoding: boolean;
}

/** Reads a file. `onProgress` is told how much of it is done, 0 to 1. Rejects, and does so soon when it is stopped. */
export type ReadContactFile = (
  onProgress: (share: number) => void,
  signal: AbortSignalLike,
) => Promise<ReadContacts>;

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

/** The import into the contacts, one at a time. It goes on, and what became of it is known, whatever page is shown. */
export interface ContactImport {
  readonly store: ReadonlyStore<ImportState>;
  /** Does nothing while another one goes on. */
  readonly start: (readFile: ReadContactFile) => void;
  /** Only while the file is read: what is kept is kept. */
  readonly cancel: () => void;
  /** Takes out again what was added. */
  readonly undo: () => void;
  readonly dismiss: () => void;
}

const none: ImportState = { phase: 'none' };

export function createContactImport(book: Pick<ContactBook, 'addAll' | 'remove'>): ContactImport {
  const store = createStore<ImportState>(none);
  let signal = { aborted: false };

  const run = async (readFile: ReadContactFile, own: AbortSignalLike): Promise<void> => {
    const tell = (step: 'reading' | 'keeping') => (share: number) => {
      if (!own.aborted) store.setState({ phase: 'importing', step, share });
    };
    let kept = 0;
    try {
      const { contacts, ...read } = await readFile(tell('reading'), own);
      if (own.aborted) {
        store.setState(none);
        return;
      }
      const keeping = tell('keeping');
      keeping(0);
      const report = await book.addAll(contacts, (count) => {
        kept = count;
        keeping(count / contacts.length);
      });
      store.setState({ phase: 'done', ...report, read });
    } catch (thrown) {
      store.setState(
        own.aborted ? none : { phase: 'failed', error: toPhoneErrorDetail(thrown), isPartlyKept: kept > 0 },
      );
    }
  };

  return {
    store,
    start(readFile) {
      if (store.getState().phase === 'importing') return;
      signal = { aborted: false };
      store.setState({ phase: 'importing', step: 'reading', share: 0 });
      void run(readFile, signal);
    },
    cancel() {
      const state = store.getState();
      if (state.phase === 'importing' && state.step === 'reading') signal.aborted = true;
    },
    undo() {
      const done = store.getState();
      if (done.phase !== 'done') return;
      book.remove(done.added).then(
        // Another import may have begun meanwhile.
        () => store.setState((state) => (state === done ? none : state)),
        (thrown: unknown) =>
          store.setState((state) =>
            state === done
              ? { phase: 'failed', error: toPhoneErrorDetail(thrown), isPartlyKept: false }
              : state,
          ),
      );
    },
    dismiss: () => store.setState(none),
  };
}
