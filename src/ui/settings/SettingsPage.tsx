import { type ReactNode, useEffect, useId } from 'react';
import { PhoneCheck } from '../check/PhoneCheck.tsx';
import { CallSettings } from './calls/CallSettings.tsx';
import { words } from '../words.ts';
import { KeyboardSettings } from './KeyboardSettings.tsx';
import { LanguageSettings } from './LanguageSettings.tsx';
import { LookSettings } from './LookSettings.tsx';
import { NotificationSettings } from './NotificationSettings.tsx';
import { AccountSettings } from './accounts/AccountSettings.tsx';
import { DataSettings } from './device/DataSettings.tsx';
import { RecordingSettings } from './recording/RecordingSettings.tsx';
import { goToSection, idOfSection, type SectionName } from './section.ts';
import { SettingsIndex } from './SettingsIndex.tsx';
import styles from './SettingsPage.module.css';
import { SoundSettings } from './sound/SoundSettings.tsx';

/** What the phone lets be set, in the order of the page. The name is the part of the address that leads to the section. */
const sections = [
  { name: 'language', Content: LanguageSettings },
  { name: 'calls', Content: CallSettings },
  { name: 'recording', Content: RecordingSettings },
  { name: 'sound', Content: SoundSettings },
  { name: 'check', Content: PhoneCheck },
  { name: 'accounts', Content: AccountSettings },
  { name: 'notifications', Content: NotificationSettings },
  { name: 'keyboard', Content: KeyboardSettings },
  { name: 'look', Content: LookSettings },
  { name: 'data', Content: DataSettings },
] as const;

const names = sections.map(({ name }) => name);

/** What the phone lets a person set, one section under the other, and what leads to each. `part` is the section that the address names. */
export function SettingsPage({ part }: { readonly part: string | null }) {
  return (
    <div className={styles.page}>
      <SettingsIndex names={names} />
      <div className={styles.sections}>
        {sections.map(({ name, Content }) => (
          <Section key={name} name={name} isWanted={name === part}>
            <Content />
          </Section>
        ))}
      </div>
    </div>
  );
}

/** One section. Who came for it finds it at the top of the page, and the focus in it. */
function Section({
  name,
  isWanted,
  children,
}: {
  readonly name: SectionName;
  readonly isWanted: boolean;
  readonly children: ReactNode;
}) {
  const id = useId();
  useEffect(() => {
    if (isWanted) goToSection(name);
  }, [isWanted, name]);
  return (
    <section id={idOfSection(name)} tabIndex={-1} className={styles.section} aria-labelledby={id}>
      <h2 id={id} className={styles.title}>
        {words.settings[name]}
      </h2>
      {children}
    </section>
  );
}
