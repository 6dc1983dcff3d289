import { ChevronDown } from 'lucide-react';
import type { SelectHTMLAttributes } from 'react';
import styles from './SelectBox.module.css';

/** The browser's own choice of one of several, in our look. */
export function SelectBox({
  compact = false,
  isSet = false,
  ...props
}: Omit<SelectHTMLAttributes<HTMLSelectElement>, 'className'> & {
  /** Among other controls, as wide as its words. */
  readonly compact?: boolean;
  /** It leaves something out: to be seen at a glance. */
  readonly isSet?: boolean;
}) {
  return (
    <span className={styles.box} data-compact={compact || undefined} data-set={isSet || undefined}>
      <select className={styles.select} {...props} />
      <ChevronDown aria-hidden size={20} />
    </span>
  );
}
