import type { LucideIcon } from 'lucide-react';
import type { ButtonHTMLAttributes } from 'react';
import styles from './Button.module.css';

/** How much a button says: one `primary` on a screen; `plain` has no edge; `on` is switched on; `danger` ends something, `refuse` does so quietly. */
export type ButtonTone = 'primary' | 'quiet' | 'plain' | 'on' | 'danger' | 'refuse';

/** What looks like a button: also used for links. */
export interface ButtonLook {
  readonly tone?: ButtonTone;
  /** 44 px, or 56 px for what is pressed in a hurry; `stacked` has its icon above the word; `round` is an icon alone. */
  readonly size?: 'normal' | 'large' | 'stacked' | 'round';
  /** Fills its row. */
  readonly wide?: boolean;
}

/** The class names of a button's look. */
export function buttonClass({ tone = 'quiet', size = 'normal', wide = false }: ButtonLook): string {
  return [styles.button, styles[tone], size !== 'normal' && styles[size], wide && styles.wide]
    .filter(Boolean)
    .join(' ');
}

/** A button with a word and, mostly, an icon before it. */
export function Button({
  tone,
  size,
  wide,
  icon: Icon,
  children,
  type = 'button',
  ...rest
}: ButtonLook &
  Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className'> & { readonly icon?: LucideIcon | undefined }) {
  const look: ButtonLook = {
    ...(tone === undefined ? {} : { tone }),
    ...(size === undefined ? {} : { size }),
    ...(wide === undefined ? {} : { wide }),
  };
  return (
    <button type={type} className={buttonClass(look)} {...rest}>
      {Icon === undefined ? null : <Icon aria-hidden size={20} strokeWidth={2} />}
      {children}
    </button>
  );
}
