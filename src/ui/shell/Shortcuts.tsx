import { type ComponentType, lazy, Suspense, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { focusDialField } from '../shared/dial-field.ts';
import { isWriting } from '../shared/is-writing.ts';
import { usePage } from '../shared/page-context.ts';
import { useSoftphone } from '../shared/softphone-context.ts';
import { runShortcut, shortcutOf } from '../shortcuts/shortcuts.ts';
import { goTo } from '../shared/addresses.ts';

const ShortcutDialog = lazy<ComponentType<{ readonly onClose: () => void }>>(() =>
  import('../shortcuts/ShortcutDialog.tsx').then(
    (part) => ({ default: part.ShortcutDialog }),
    () => ({ default: () => null }),
  ),
);

/** Listens for the shortcuts on every page, and shows them for "?". */
export function Shortcuts() {
  const softphone = useSoftphone();
  const { shortcuts, openSmallWindow } = usePage();
  const isOn = useStore(shortcuts.store);
  const [isShown, setShown] = useState(false);

  useEffect(() => {
    if (!isOn) return undefined;
    const press = (event: KeyboardEvent) => {
      if (event.repeat || event.defaultPrevented) return;
      const name = shortcutOf(event);
      if (name !== null) {
        event.preventDefault();
        if (name === 'accept' || name === 'dial') goTo('phone');
        // Why a call could not be taken or held is said where it is shown.
        runShortcut(name, softphone, {
          dial: focusDialField,
          openSmallWindow: () => void openSmallWindow?.(),
        }).catch(() => undefined);
      } else if (event.key === '?' && !isWriting(event.target)) {
        setShown(true);
      }
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [softphone, isOn, openSmallWindow]);

  return isShown ? (
    <Suspense fallback={null}>
      <ShortcutDialog onClose={() => setShown(false)} />
    </Suspense>
  ) : null;
}
