import { useStore } from 'zustand';
import { forwardConditions } from '#core/call-rules/call-rules.ts';
import { SwitchLine } from '../../shared/SwitchLine.tsx';
import { useSoftphone } from '../../shared/softphone-context.ts';
import { words } from '../../words.ts';
import { AutoAnswerSettings } from './AutoAnswerSettings.tsx';
import styles from './CallSettings.module.css';
import { ForwardLine } from './ForwardLine.tsx';
import { LinkSettings } from './LinkSettings.tsx';

/** What the phone does with calls by itself. */
export function CallSettings() {
  const { callRules, offerLinks } = useSoftphone();
  const doNotDisturb = useStore(callRules.store, (rules) => rules.doNotDisturb);
  return (
    <div className={styles.groups}>
      <SwitchLine
        label={words.rules.doNotDisturb}
        hint={words.rules.doNotDisturbHint}
        checked={doNotDisturb}
        onChange={(checked) => callRules.change({ doNotDisturb: checked })}
      />
      <fieldset className={styles.group}>
        <legend className={styles.title}>{words.rules.forwardTitle}</legend>
        {forwardConditions.map((condition) => (
          <ForwardLine key={condition} condition={condition} />
        ))}
      </fieldset>
      <AutoAnswerSettings />
      {offerLinks === null ? null : <LinkSettings offerLinks={offerLinks} />}
    </div>
  );
}
