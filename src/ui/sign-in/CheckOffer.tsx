import { ListChecks } from 'lucide-react';
import { lazy, Suspense, useId, useState } from 'react';
import { Button } from '../shared/Button.tsx';
import { words } from '../words.ts';
import styles from './SignInPage.module.css';

const NotLoaded = () => <p role="alert">{words.pageNotLoaded}</p>;
const PhoneCheck = lazy(() =>
  import('../check/PhoneCheck.tsx').then(
    (module) => ({ default: module.PhoneCheck }),
    () => ({ default: NotLoaded }),
  ),
);

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
      <Suspense fallback={<p>{words.pageLoading}</p>}>
        <PhoneCheck server={server} />
      </Suspense>
    </section>
  );
}
