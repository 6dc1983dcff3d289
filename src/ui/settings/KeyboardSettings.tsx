import { useStore } from 'zustand';
import { ChoiceList } from '../shared/ChoiceList.tsx';
import { usePage } from '../shared/page-context.ts';
import { ShortcutList } from '../shortcuts/ShortcutList.tsx';
import { words } from '../words.ts';

/** Whether the shortcuts work, and which there are. */
export function KeyboardSettings() {
  const { shortcuts } = usePage();
  const isOn = useStore(shortcuts.store);
  return (
    <>
      <ChoiceList
        label={words.shortcuts.title}
        value={isOn ? 'on' : 'off'}
        choices={[
          { value: 'on', label: words.shortcuts.on },
          { value: 'off', label: words.shortcuts.off },
        ]}
        onChoose={(choice) => shortcuts.set(choice === 'on')}
      />
      {isOn ? <ShortcutList /> : null}
    </>
  );
}
