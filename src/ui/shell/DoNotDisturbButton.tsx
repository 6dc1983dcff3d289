import { Bell, BellOff } from 'lucide-react';
import { useStore } from 'zustand';
import { IconButton } from '../shared/IconButton.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { words } from '../words.ts';

/** Switches "do not disturb", from every page. What is on is said in words by `RuleNotices`. */
export function DoNotDisturbButton() {
  const { callRules } = useSoftphone();
  const isOn = useStore(callRules.store, ({ doNotDisturb }) => doNotDisturb);
  return (
    <IconButton
      label={words.rules.doNotDisturb}
      icon={isOn ? BellOff : Bell}
      tone={isOn ? 'on' : 'plain'}
      aria-pressed={isOn}
      onClick={() => callRules.change({ doNotDisturb: !isOn })}
    />
  );
}
