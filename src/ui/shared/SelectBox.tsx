import { ChevronDown } from 'lucide-react';
import type { SelectHTMLAttributes } from 'react';
import styles from './SelectBox.module.css';

/** The browser's own choice of one of several, in our look. */
export function SelectBox(props: Omit<SelectHTMLAttributes<HTMLSelectElement>, 'className'>) {
  return (
    <span className={styles.box}>
      <select className={styles.select} {...props} />
      <ChevronDown aria-hidden size={20} />
    </span>
  );
}
