import { Download, FileUp, UserPlus } from 'lucide-react';
import type { RefObject } from 'react';
import type { Contact } from '#core/contacts/contact.ts';
import { writeContactTable, writeVcards } from '#core/contacts/write-contacts.ts';
import { hrefOf, newContactPart } from '../shared/addresses.ts';
import { buttonClass } from '../shared/Button.tsx';
import { MoreMenu } from '../shared/MoreMenu.tsx';
import { datedFileName } from '../shared/save-file.ts';
import { SearchField } from '../shared/SearchField.tsx';
import { useTextFile } from '../shared/use-text-file.ts';
import { words } from '../words.ts';
import styles from './ContactBar.module.css';

/** Narrows the list, adds one, and brings many in and out. */
export function ContactBar({
  typed,
  onType,
  contacts,
  found,
  isImporting,
  picker,
  onImport,
}: {
  readonly typed: string;
  readonly onType: (typed: string) => void;
  readonly contacts: readonly Contact[];
  readonly found: readonly Contact[];
  readonly isImporting: boolean;
  /** Where a file is chosen: others open it, too. */
  readonly picker: RefObject<HTMLInputElement | null>;
  readonly onImport: (file: File) => void;
}) {
  const { said, save } = useTextFile();
  const saveAs = (
    ending: string,
    type: string,
    write: (contacts: readonly Contact[]) => Iterable<string>,
  ) => {
    const name = datedFileName(words.contacts.fileName, ending);
    void save({ name, type, lines: write(found), count: found.length });
  };
  const items = [
    ...(isImporting
      ? []
      : [
          {
            id: 'import',
            label: words.contacts.importFile,
            icon: FileUp,
            onAction: () => picker.current?.click(),
          },
        ]),
    ...(contacts.length === 0
      ? []
      : [
          {
            id: 'vcard',
            label: words.contacts.exportVcard,
            icon: Download,
            onAction: () => saveAs('.vcf', 'text/vcard', writeVcards),
          },
          {
            id: 'csv',
            label: words.contacts.exportCsv,
            icon: Download,
            onAction: () => saveAs('.csv', 'text/csv', writeContactTable),
          },
        ]),
  ];
  return (
    <>
      <div className={styles.bar}>
        <SearchField hint={words.contacts.searchHint} value={typed} onChange={onType} />
        <a
          href={hrefOf('contacts', newContactPart())}
          className={buttonClass({ size: 'round' })}
          aria-label={words.contacts.add}
          title={words.contacts.add}
        >
          <UserPlus aria-hidden size={20} />
        </a>
        <MoreMenu label={words.people.more} items={() => items} />
        <input
          ref={picker}
          type="file"
          hidden
          aria-label={words.contacts.importFile}
          accept=".vcf,.vcard,.csv,.txt,text/vcard,text/csv"
          onChange={(event) => {
            const [file] = event.target.files ?? [];
            // So that the same file can be chosen again once it was corrected.
            event.target.value = '';
            if (file !== undefined) onImport(file);
          }}
        />
      </div>
      <p className={styles.count} aria-live={said === null ? 'polite' : 'off'}>
        {said ?? (contacts.length === 0 ? null : words.contacts.count(found.length))}
      </p>
    </>
  );
}
