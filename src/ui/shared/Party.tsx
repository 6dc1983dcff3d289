import { MessageSquareText } from 'lucide-react';
import styles from './Party.module.css';
import type { CallView } from './view-of-call.ts';

/** Who is at the other end and what it is about. `--name-font`, `--name-lines` and `--subject-lines` say how large and how long. */
export function Party({
  view: { name, address, subject },
  nameAs: Name,
  id,
}: {
  readonly view: CallView;
  readonly nameAs: 'h2' | 'p';
  readonly id?: string;
}) {
  return (
    <div id={id} className={styles.party}>
      <Name className={styles.name}>
        <bdi>{name}</bdi>
      </Name>
      {address === name ? null : (
        <p className={styles.address}>
          <bdi>{address}</bdi>
        </p>
      )}
      {subject === null ? null : (
        <p className={styles.subject}>
          <MessageSquareText aria-hidden size={16} />
          <bdi>{subject}</bdi>
        </p>
      )}
    </div>
  );
}
