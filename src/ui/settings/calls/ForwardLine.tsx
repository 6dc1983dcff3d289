import { useRef, useState } from 'react';
import { useStore } from 'zustand';
import type { ForwardCondition } from '#core/call-rules/call-rules.ts';
import { unansweredAfterRangeSec } from '#core/call-rules/call-rules.ts';
import { toPhoneErrorDetail, type PhoneErrorDetail } from '#core/errors/phone-error.ts';
import { SwitchLine } from '../../shared/SwitchLine.tsx';
import { useSoftphone } from '../../shared/softphone-context.ts';
import { TargetField } from '../../shared/TargetField.tsx';
import { words } from '../../words.ts';
import styles from './CallSettings.module.css';
import { SecondsField } from './SecondsField.tsx';

/** One reason to forward calls, and where to. It is on as soon as its target makes sense, and says so when it does not. */
export function ForwardLine({ condition }: { readonly condition: ForwardCondition }) {
  const { callRules } = useSoftphone();
  const rule = useStore(callRules.store, ({ forward }) => forward[condition]);
  const afterSec = useStore(callRules.store, ({ unansweredAfterSec }) => unansweredAfterSec);
  // Switched on, and not on yet: there is no target that makes sense.
  const [isWanted, setWanted] = useState(false);
  const [target, setTarget] = useState(rule.target);
  const [error, setError] = useState<PhoneErrorDetail | null>(null);
  const input = useRef<HTMLInputElement>(null);
  const isOpen = rule.isOn || isWanted;

  const save = (isOn: boolean) => {
    const { forward } = callRules.store.getState();
    try {
      callRules.change({ forward: { ...forward, [condition]: { isOn, target: target.trim() } } });
      setWanted(false);
      setError(null);
    } catch (thrown) {
      setError(toPhoneErrorDetail(thrown));
    }
  };
  const switchTo = (isOn: boolean) => {
    setError(null);
    setWanted(isOn);
    if (!isOn || target.trim() !== '') save(isOn);
    else requestAnimationFrame(() => input.current?.focus());
  };

  return (
    <>
      <SwitchLine
        label={words.rules.forward[condition]}
        hint={words.rules.forwardHint[condition]}
        checked={isOpen}
        onChange={switchTo}
      />
      {isOpen ? (
        <div className={styles.under}>
          <TargetField
            label={words.rules.forwardTo}
            hint={words.rules.targetHint}
            error={error}
            inputRef={input}
            value={target}
            enterKeyHint="done"
            onEdit={(text) => {
              setTarget(text);
              setError(null);
            }}
            onBlur={() => {
              if (target.trim() !== rule.target || !rule.isOn) save(true);
            }}
            onKeyDown={({ key }) => {
              if (key === 'Enter') save(true);
            }}
          />
          {condition === 'whenUnanswered' ? (
            <SecondsField
              label={words.rules.ringsForSec}
              range={unansweredAfterRangeSec}
              value={afterSec}
              onChange={(unansweredAfterSec) => callRules.change({ unansweredAfterSec })}
            />
          ) : null}
        </div>
      ) : null}
    </>
  );
}
