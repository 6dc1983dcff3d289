import { BellOff, PhoneForwarded } from 'lucide-react';
import { useStore } from 'zustand';
import { displayText } from '#core/identity/display-text.ts';
import { Button } from '../shared/Button.tsx';
import { Notice } from '../shared/Notice.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { words } from '../words.ts';

/** That nothing rings here because the person wanted it so: on every page, for as long as it is so. */
export function RuleNotices() {
  const { callRules } = useSoftphone();
  const { doNotDisturb, forward } = useStore(callRules.store);
  const { isOn, target } = forward.always;
  return (
    <>
      {doNotDisturb ? (
        <Notice
          tone="warning"
          icon={BellOff}
          action={
            <Button onClick={() => callRules.change({ doNotDisturb: false })}>{words.rules.switchOff}</Button>
          }
        >
          <p role="status">{words.rules.doNotDisturbIsOn}</p>
        </Notice>
      ) : null}
      {isOn ? (
        <Notice
          tone="warning"
          icon={PhoneForwarded}
          action={
            <Button
              onClick={() =>
                callRules.change({ forward: { ...forward, always: { ...forward.always, isOn: false } } })
              }
            >
              {words.rules.stopForwarding}
            </Button>
          }
        >
          <p role="status">{words.rules.allForwarded(displayText(target))}</p>
        </Notice>
      ) : null}
    </>
  );
}
