import { type ReactNode, useCallback, useEffect, useState } from 'react';
import { type PhoneErrorDetail, toPhoneErrorDetail } from '#core/errors/phone-error.ts';
import type { People } from '#core/people/people.ts';
import { words } from '../words.ts';
import { Button } from './Button.tsx';
import { ErrorNotice } from './ErrorNotice.tsx';
import styles from './PeopleGate.module.css';
import { useSoftphone } from './softphone-context.ts';

/** Shows what needs the people once they are there. */
export function PeopleGate({ children }: { readonly children: (people: People) => ReactNode }) {
  const door = useSoftphone().people;
  const [people, setPeople] = useState<People | null>(null);
  const [error, setError] = useState<PhoneErrorDetail | null>(null);
  const open = useCallback(
    () => door.open().then(setPeople, (thrown: unknown) => setError(toPhoneErrorDetail(thrown))),
    [door],
  );
  useEffect(() => void open(), [open]);

  if (people !== null) return children(people);
  const tryAgain = () => {
    setError(null);
    void open();
  };
  return (
    <div className={styles.gate}>
      {error === null ? (
        <p>{words.people.loading}</p>
      ) : (
        <ErrorNotice error={error} urgent action={<Button onClick={tryAgain}>{words.people.again}</Button>} />
      )}
    </div>
  );
}
