import type { RecordingRules } from '#core/config/phone-config.ts';
import { FolderChoice } from '../../recordings/FolderChoice.tsx';
import { formatUnits } from '../../shared/format.ts';
import { useSoftphone } from '../../shared/softphone-context.ts';
import { words } from '../../words.ts';
import styles from './RecordingSettings.module.css';

/** When calls are recorded and what becomes of it, for the person to know: the deployment decides it. */
export function RecordingSettings() {
  const { recordingRules, recordingFolder } = useSoftphone();
  return (
    <>
      <dl className={styles.rules}>
        {describe(recordingRules).map(([term, what]) => (
          <div key={term} className={styles.rule}>
            <dt className={styles.term}>{term}</dt>
            <dd>
              <bdi>{what}</bdi>
            </dd>
          </div>
        ))}
      </dl>
      {recordingFolder === null ? null : <FolderChoice folder={recordingFolder} />}
      <p className={styles.decided}>{words.recordingRules.decided}</p>
    </>
  );
}

type Rule = readonly [term: string, what: string];

function describe(rules: RecordingRules): readonly Rule[] {
  const { when, where, copies, beep, beepEvery, readOut, policy } = words.recordingRules;
  const first: Rule = [when, policy[rules.policy]];
  if (rules.policy === 'never') return [first];
  const { announcement, beepSeconds } = rules;
  const beeps: readonly Rule[] =
    beepSeconds === 0 ? [] : [[beep, beepEvery(formatUnits(beepSeconds, 'second'))]];
  const toRead: readonly Rule[] = announcement === null ? [] : [[readOut, announcement]];
  return [first, [where, whereTo(rules)], [copies, whatStays(rules)], ...beeps, ...toRead];
}

function whereTo({ sinks }: RecordingRules): string {
  const { upload, folder, both } = words.recordingRules;
  if (!sinks.includes('folder')) return upload;
  return sinks.includes('upload') ? both : folder;
}

function whatStays({ keepLocal }: RecordingRules): string {
  const { untilStored, forGood, forTime } = words.recordingRules;
  if (keepLocal === 'until-stored') return untilStored;
  return keepLocal === 'always' ? forGood : forTime(formatUnits(keepLocal.days, 'day'));
}
