import { ChevronDown, UserPlus } from 'lucide-react';
import { type FocusEvent, type KeyboardEvent, useId, useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { AccountState } from '#core/registration/account-state.ts';
import { AccountList } from '../shared/AccountList.tsx';
import { AccountName } from '../shared/AccountName.tsx';
import { hrefOf } from '../shared/addresses.ts';
import { buttonClass } from '../shared/Button.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { words } from '../words.ts';
import styles from './AccountsMenu.module.css';

/** Who one is; pressed, all one's accounts, and the way to one more. */
export function AccountsMenu({ account }: { readonly account: AccountState }) {
  const count = useStore(useSoftphone().accounts, ({ accounts }) => accounts.size);
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const id = useId();

  const closeWhenLeft = ({ currentTarget, relatedTarget }: FocusEvent) => {
    if (!currentTarget.contains(relatedTarget)) setOpen(false);
  };
  const closeByKey = ({ key }: KeyboardEvent) => {
    if (key !== 'Escape' || !isOpen) return;
    setOpen(false);
    button.current?.focus();
  };

  return (
    <div role="presentation" className={styles.menu} onBlur={closeWhenLeft} onKeyDown={closeByKey}>
      <button
        ref={button}
        type="button"
        className={styles.button}
        aria-label={words.account.menu(account.settings.address, count - 1)}
        aria-expanded={isOpen}
        aria-controls={id}
        onClick={() => setOpen(!isOpen)}
      >
        <AccountName settings={account.settings} />
        {count > 1 ? (
          <bdi dir="ltr" className={styles.more}>
            {words.account.more(count - 1)}
          </bdi>
        ) : null}
        <ChevronDown aria-hidden size={16} />
      </button>
      {isOpen ? (
        <section id={id} className={styles.panel} tabIndex={-1} aria-label={words.account.several}>
          <AccountList />
          <a
            className={buttonClass({ wide: true })}
            href={hrefOf('settings', 'accounts')}
            onClick={() => setOpen(false)}
          >
            <UserPlus aria-hidden size={20} />
            {words.account.add}
          </a>
        </section>
      ) : null}
    </div>
  );
}
