import { type ComponentType, useEffect, useState } from 'react';
import { useStore } from 'zustand';
import { type PhoneErrorDetail, toPhoneErrorDetail } from '#core/errors/phone-error.ts';
import { goTo } from '../shared/addresses.ts';
import { Button } from '../shared/Button.tsx';
import { focusDialField } from '../shared/dial-field.ts';
import { ErrorNotice } from '../shared/ErrorNotice.tsx';
import { isWriting } from '../shared/is-writing.ts';
import { usePage } from '../shared/page-context.ts';
import { useSoftphone } from '../shared/softphone-context.ts';
import { runShortcut, shortcutOf } from '../shortcuts/shortcuts.ts';
import { words } from '../words.ts';

type Dialog = ComponentType<{ readonly onClose: () => void }>;

/** Listens for the shortcuts on every page, says why one could not be done, and shows them for "?". */
export function Shortcuts() {
  const softphone = useSoftphone();
  const { shortcuts, openSmallWindow } = usePage();
  const isOn = useStore(shortcuts.store);
  const [ShownDialog, setDialog] = useState<Dialog | null>(null);
  const [error, setError] = useState<PhoneErrorDetail | null>(null);

  useEffect(() => {
    if (!isOn) return undefined;
    const press = (event: KeyboardEvent) => {
      if (event.repeat || event.defaultPrevented) return;
      const name = shortcutOf(event);
      if (name !== null) {
        event.preventDefault();
        if (name === 'accept' || name === 'dial') goTo('phone');
        setError(null);
        runShortcut(name, softphone, {
          dial: focusDialField,
          openSmallWindow: () => void openSmallWindow?.(),
        }).catch((thrown: unknown) => setError(toPhoneErrorDetail(thrown)));
      } else if (event.key === '?' && !isWriting(event.target)) {
        // Not there: the next press asks for it again.
        import('../shortcuts/ShortcutDialog.tsx').then(
          (part) => setDialog(() => part.ShortcutDialog),
          () => undefined,
        );
      }
    };
    addEventListener('keydown', press);
    return () => removeEventListener('keydown', press);
  }, [softphone, isOn, openSmallWindow]);

  return (
    <>
      {error === null ? null : (
        <ErrorNotice
          error={error}
          tone="warning"
          urgent
          action={<Button onClick={() => setError(null)}>{words.people.dismiss}</Button>}
        />
      )}
      {ShownDialog === null ? null : <ShownDialog onClose={() => setDialog(null)} />}
    </>
  );
}
