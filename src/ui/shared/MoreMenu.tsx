import { Ellipsis, type LucideIcon } from 'lucide-react';
import { Button, Menu, MenuItem, MenuTrigger, Popover } from 'react-aria-components';
import { buttonClass } from './Button.tsx';
import styles from './MoreMenu.module.css';

/** One line of a menu. */
export interface MoreItem {
  readonly id: string;
  readonly label: string;
  readonly icon: LucideIcon;
  readonly onAction: () => void;
}

/** What is wanted less often, behind a button. */
export function MoreMenu({
  label,
  items,
  isTabStop = true,
}: {
  readonly label: string;
  readonly items: readonly MoreItem[];
  readonly isTabStop?: boolean;
}) {
  return (
    <MenuTrigger>
      <Button
        aria-label={label}
        className={buttonClass({ tone: 'plain', size: 'round' })}
        excludeFromTabOrder={!isTabStop}
      >
        <Ellipsis aria-hidden size={20} />
      </Button>
      <Popover className={styles.popover ?? ''} placement="bottom end">
        <Menu className={styles.menu ?? ''} aria-label={label}>
          {items.map(({ id, label: text, icon: Icon, onAction }) => (
            <MenuItem key={id} id={id} className={styles.item ?? ''} textValue={text} onAction={onAction}>
              <Icon aria-hidden size={20} />
              {text}
            </MenuItem>
          ))}
        </Menu>
      </Popover>
    </MenuTrigger>
  );
}
