import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { People } from '#core/people/people.ts';
import { PeopleGate } from '../../shared/PeopleGate.tsx';
import { usePage } from '../../shared/page-context.ts';
import { formatBytes, formatCount } from '../../shared/format.ts';
import { words } from '../../words.ts';
import { DataRow } from './DataRow.tsx';
import styles from './DataSettings.module.css';
import { RecordingRows } from './RecordingRows.tsx';
import { SettingsRow } from './SettingsRow.tsx';
import { StorageFacts } from './StorageFacts.tsx';

/** What is kept on this device, how much of it, and how each kind is deleted. */
export function DataSettings() {
  return (
    <div className={styles.data}>
      <StorageFacts />
      <div className={styles.rows}>
        <RecordingRows />
        <ExportsRow />
        <PeopleGate>{(people) => <PeopleRows people={people} />}</PeopleGate>
        <SignInRow />
        <SettingsRow />
      </div>
    </div>
  );
}

function PeopleRows({ people: { history, contacts } }: { readonly people: People }) {
  const calls = useStore(history.store, ({ phase, entries }) => (phase === 'read' ? entries.length : null));
  const people = useStore(contacts.store, ({ phase, contacts: all }) =>
    phase === 'read' ? all.length : null,
  );
  useEffect(() => history.open(), [history]);
  return (
    <>
      <DataRow
        name={words.data.calls}
        amount={calls === null ? words.pageLoading : formatCount(calls)}
        isEmpty={calls === 0}
        question={words.history.removeAllQuestion}
        onDelete={history.clear}
      />
      <DataRow
        name={words.data.contacts}
        amount={people === null ? words.pageLoading : formatCount(people)}
        isEmpty={people === 0}
        question={words.data.contactsQuestion}
        onDelete={contacts.clear}
      />
    </>
  );
}

function ExportsRow() {
  const { storage } = usePage();
  const [bytes, setBytes] = useState<number | null>(null);
  useEffect(() => void storage.exportsBytes().then(setBytes), [storage]);
  return (
    <DataRow
      name={words.data.exports}
      amount={bytes === null ? words.pageLoading : formatBytes(bytes)}
      isEmpty={bytes === 0}
      question={words.data.exportsQuestion}
      onDelete={async () => {
        await storage.deleteExports();
        setBytes(await storage.exportsBytes());
      }}
    />
  );
}

function SignInRow() {
  const { signIns } = usePage();
  const [staying, setStaying] = useState(0);
  useEffect(() => void signIns.countStaying().then(setStaying), [signIns]);
  const isRemembered = staying > 0 || signIns.last() !== null;
  return (
    <DataRow
      name={words.data.signIns}
      amount={words.data.staying(staying)}
      isEmpty={!isRemembered}
      question={words.data.signInsQuestion}
      onDelete={async () => {
        await signIns.forgetAll();
        setStaying(await signIns.countStaying());
      }}
    />
  );
}
