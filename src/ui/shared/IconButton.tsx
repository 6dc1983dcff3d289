import type { LucideIcon } from 'lucide-react';
import type { ButtonHTMLAttributes } from 'react';
import styles from './IconButton.module.css';

/** A round button with an icon only; `label` is its name and its tip. */
export function IconButton({
  label,
  icon: Icon,
  tone = 'plain',
  type = 'button',
  ...rest
}: Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'aria-label' | 'title'> & {
  readonly label: string;
  readonly icon: LucideIcon;
  readonly tone?: 'plain' | 'quiet' | 'on' | 'danger';
}) {
  return (
    <button
      type={type}
      className={`${styles.button} ${styles[tone]}`}
      aria-label={label}
      title={label}
      {...rest}
    >
      <Icon aria-hidden size={20} strokeWidth={2} />
    </button>
  );
}
