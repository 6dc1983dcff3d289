import type { LucideIcon } from 'lucide-react';
import type { ButtonHTMLAttributes, Ref } from 'react';
import { buttonClass } from './Button.tsx';

/** A round button with an icon only; `label` is its name and its tip. */
export function IconButton({
  label,
  icon: Icon,
  tone = 'plain',
  type = 'button',
  ...rest
}: Omit<ButtonHTMLAttributes<HTMLButtonElement>, 'className' | 'aria-label' | 'title'> & {
  readonly label: string;
  readonly ref?: Ref<HTMLButtonElement>;
  readonly icon: LucideIcon;
  readonly tone?: 'plain' | 'quiet' | 'on' | 'danger';
}) {
  return (
    <button
      type={type}
      className={buttonClass({ tone, size: 'round' })}
      aria-label={label}
      title={label}
      {...rest}
    >
      <Icon aria-hidden size={20} strokeWidth={2} />
    </button>
  );
}
