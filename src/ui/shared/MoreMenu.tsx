import { Ellipsis, type LucideIcon } from 'lucide-react';
import { useRef, useState } from 'react';
import { Menu, MenuContext, MenuItem, Popover } from 'react-aria-components';
import { IconButton } from './IconButton.tsx';
import styles from './MoreMenu.module.css';
import { PageLocale } from './PageLocale.tsx';

/** One line of a menu. */
export interface MoreItem {
  readonly id: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly onAction: () => void;
}

const startsAtFirst = { autoFocus: 'first' } as const;

/** What is wanted less often, behind a button. The menu is made when it is opened: a list has many of them. */
export function MoreMenu({
  label,
  items,
  isTabStop = true,
}: {
  readonly label: string;
  readonly items: () => readonly MoreItem[];
  readonly isTabStop?: boolean;
}) {
  const button = useRef<HTMLButtonElement>(null);
  const [isOpen, setIsOpen] = useState(false);
  return (
    <>
      <IconButton
        ref={button}
        label={label}
        icon={Ellipsis}
        tabIndex={isTabStop ? 0 : -1}
        aria-haspopup="menu"
        aria-expanded={isOpen}
        onClick={() => setIsOpen(true)}
      />
      {isOpen ? (
        <PageLocale>
          <Popover
            className={styles.popover ?? ''}
            placement="bottom end"
            triggerRef={button}
            isOpen
            onOpenChange={setIsOpen}
          >
            <MenuContext.Provider value={startsAtFirst}>
              <Menu className={styles.menu ?? ''} aria-label={label} onClose={() => setIsOpen(false)}>
                {items().map(({ id, label: text, icon: Icon, onAction }) => (
                  <MenuItem
                    key={id}
                    id={id}
                    className={styles.item ?? ''}
                    textValue={text}
                    onAction={onAction}
                  >
                    <Icon aria-hidden size={20} />
                    {text}
                  </MenuItem>
                ))}
              </Menu>
            </MenuContext.Provider>
          </Popover>
        </PageLocale>
      ) : null}
    </>
  );
}
