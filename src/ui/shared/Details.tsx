import { ChevronRight } from 'lucide-react';
import type { PhoneErrorDetail } from '#core/errors/phone-error.ts';
import { words } from '../words.ts';
import styles from './Details.module.css';

/** What only an administrator needs to know of a failure, one click away. */
export function Details({ error }: { readonly error: PhoneErrorDetail }) {
  return (
    <details className={styles.details}>
      <summary className={styles.summary}>
        <ChevronRight aria-hidden size={16} />
        {words.details}
      </summary>
      <p className={styles.code}>
        {error.code}
        {error.details === undefined ? null : `: ${error.details}`}
      </p>
    </details>
  );
}
