import { PictureInPicture2 } from 'lucide-react';
import { useState } from 'react';
import { IconButton } from '../shared/IconButton.tsx';
import { usePage } from '../shared/page-context.ts';
import { words } from '../words.ts';
import styles from './SmallWindowButton.module.css';

/** Opens this phone in a small window beside other programs. Not in that window itself. */
export function SmallWindowButton() {
  const { openSmallWindow } = usePage();
  const [isBlocked, setBlocked] = useState(false);
  if (openSmallWindow === null) return null;
  return (
    <span className={styles.button}>
      <IconButton
        label={words.smallWindow.open}
        icon={PictureInPicture2}
        onClick={() => setBlocked(!openSmallWindow())}
      />
      {isBlocked ? (
        <p role="alert" className={styles.blocked}>
          {words.smallWindow.blocked}
        </p>
      ) : null}
    </span>
  );
}
