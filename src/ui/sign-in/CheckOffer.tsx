import { ListChecks } from 'lucide-react';
import { useId, useState } from 'react';
import { Button } from '../shared/Button.tsx';
import { createLatePart } from '../shared/late-part.tsx';
import { words } from '../words.ts';
import styles from './SignInPage.module.css';

const PhoneCheck = createLatePart(() => import('../check/PhoneCheck.tsx').then((part) => part.PhoneCheck));

/** What was pressed is gone: who came by the keyboard goes on here. */
const focusIt = (section: HTMLElement | null) => section?.focus();

/** Whether this device could call, before anybody signs in. `server` is the one that the form proposes. */
export function CheckOffer({ server }: { readonly server: string | undefined }) {
  const [isOpen, setOpen] = useState(false);
  const id = useId();
  if (!isOpen) {
    return (
      <Button tone="plain" wide icon={ListChecks} onClick={() => setOpen(true)}>
        {words.check.offer}
      </Button>
    );
  }
  return (
    <section ref={focusIt} tabIndex={-1} className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {words.check.title}
      </h2>
      <PhoneCheck server={server} />
    </section>
  );
}
