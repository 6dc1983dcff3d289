import { CircleAlert, TriangleAlert } from 'lucide-react';
import type { ReactNode } from 'react';
import type { PhoneErrorDetail } from '#core/errors/phone-error.ts';
import { words } from '../words.ts';
import { Details } from './Details.tsx';
import styles from './ErrorNotice.module.css';
import { Notice } from './Notice.tsx';

/** A failure in words: what happened, the one thing to do, and the rest under "Details". */
export function ErrorNotice({
  error,
  tone = 'danger',
  urgent = false,
  lead,
  sentence,
  action,
}: {
  readonly error: PhoneErrorDetail;
  readonly tone?: 'warning' | 'danger';
  readonly urgent?: boolean;
  /** Said before the sentence. */
  readonly lead?: ReactNode;
  /** In the place of the sentence, when it is said in another form. */
  readonly sentence?: ReactNode;
  readonly action?: ReactNode;
}) {
  const row = words.errors[error.code];
  return (
    <Notice
      tone={tone}
      icon={tone === 'danger' ? CircleAlert : TriangleAlert}
      urgent={urgent}
      action={action}
    >
      {sentence ?? (
        <p className={styles.sentence}>
          {lead} {row.sentence}
        </p>
      )}
      <p>{row.action}</p>
      <Details error={error} />
    </Notice>
  );
}
