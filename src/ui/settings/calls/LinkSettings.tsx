import { Link2 } from 'lucide-react';
import type { LinkScheme, OfferLinks } from '#core/shared/link-schemes.ts';
import { Button } from '../../shared/Button.tsx';
import { ErrorNotice } from '../../shared/ErrorNotice.tsx';
import { useAttempt } from '../../shared/use-attempt.ts';
import { words } from '../../words.ts';
import styles from './CallSettings.module.css';

const schemes: readonly LinkScheme[] = ['tel', 'sip'];

/** Lets links of other pages open this phone. Nothing asks for it but these buttons. */
export function LinkSettings({ offerLinks }: { readonly offerLinks: OfferLinks }) {
  const { error, attempt } = useAttempt();
  return (
    <fieldset className={styles.group}>
      <legend className={styles.title}>{words.rules.linksTitle}</legend>
      <p className={styles.hint}>{words.rules.linksHint}</p>
      <div className={styles.row}>
        {schemes.map((scheme) => (
          <Button key={scheme} icon={Link2} onClick={() => void attempt(async () => offerLinks(scheme))}>
            {words.rules.links[scheme]}
          </Button>
        ))}
      </div>
      {error === null ? null : <ErrorNotice error={error} tone="warning" urgent />}
    </fieldset>
  );
}
