import { useId } from 'react';
import { useStore } from 'zustand';
import { answerAfterRangeSec, autoAnswerModes, type CallRules } from '#core/call-rules/call-rules.ts';
import { unreadableCaller } from '#core/call-rules/screen-call.ts';
import { displayText } from '#core/identity/display-text.ts';
import { SelectBox } from '../../shared/SelectBox.tsx';
import { useSoftphone } from '../../shared/softphone-context.ts';
import { TextField } from '../../shared/TextField.tsx';
import { words } from '../../words.ts';
import styles from './CallSettings.module.css';
import { SecondsField } from './SecondsField.tsx';

/** Which calls are answered without the person, and who may ask for it. */
export function AutoAnswerSettings() {
  const { callRules } = useSoftphone();
  const autoAnswer = useStore(callRules.store, (rules) => rules.autoAnswer);
  const id = useId();
  const change = (changes: Partial<CallRules['autoAnswer']>) =>
    callRules.change({ autoAnswer: { ...callRules.store.getState().autoAnswer, ...changes } });
  const unreadable = unreadableCaller(autoAnswer.allowedCallers);

  return (
    <fieldset className={styles.group}>
      <legend className={styles.title}>{words.rules.answerTitle}</legend>
      <div className={styles.row}>
        <SelectBox
          aria-label={words.rules.answerTitle}
          aria-describedby={id}
          value={autoAnswer.mode}
          onChange={({ target }) => {
            const mode = autoAnswerModes.find((each) => each === target.value);
            if (mode !== undefined) change({ mode });
          }}
        >
          {autoAnswerModes.map((mode) => (
            <option key={mode} value={mode}>
              {words.rules.answerModes[mode]}
            </option>
          ))}
        </SelectBox>
      </div>
      <p id={id} className={styles.hint}>
        {words.rules.answerHint}
      </p>
      {autoAnswer.mode === 'whenAsked' ? (
        <TextField
          label={words.rules.allowedCallers}
          hint={words.rules.allowedCallersHint}
          error={unreadable === null ? null : words.rules.unreadableCaller(displayText(unreadable))}
          value={autoAnswer.allowedCallers}
          dir="ltr"
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
          onChange={({ target }) => change({ allowedCallers: target.value })}
        />
      ) : null}
      {autoAnswer.mode === 'always' ? (
        <SecondsField
          label={words.rules.answersAfterSec}
          range={answerAfterRangeSec}
          value={autoAnswer.afterSec}
          onChange={(afterSec) => change({ afterSec })}
        />
      ) : null}
    </fieldset>
  );
}
