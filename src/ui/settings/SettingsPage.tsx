import { type ReactNode, useEffect, useId, useRef } from 'react';
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
import styles from './SettingsPage.module.css';
import { SoundSettings } from './sound/SoundSettings.tsx';

/** What the phone lets be set, in the order of the page. The name is the part of the address that leads to the section. */
const sections = [
  { name: 'calls', Content: CallSettings },
  { name: 'recording', Content: RecordingSettings },
  { name: 'sound', Content: SoundSettings },
  { name: 'check', Content: PhoneCheck },
  { name: 'accounts', Content: AccountSettings },
  { name: 'notifications', Content: NotificationSettings },
  { name: 'keyboard', Content: KeyboardSettings },
  { name: 'look', Content: LookSettings },
  { name: 'language', Content: LanguageSettings },
  { name: 'data', Content: DataSettings },
] as const;

/** What the phone lets a person set, one section under the other. `part` is the section that the address names. */
export function SettingsPage({ part }: { readonly part: string | null }) {
  return (
    <div className={styles.page}>
      {sections.map(({ name, Content }) => (
        <Section key={name} name={name} isWanted={name === part}>
          <Content />
        </Section>
      ))}
    </div>
  );
}

/** One section. Who came for it finds it at the top of the page, and the focus in it. */
function Section({
  name,
  isWanted,
  children,
}: {
  readonly name: (typeof sections)[number]['name'];
  readonly isWanted: boolean;
  readonly children: ReactNode;
}) {
  const id = useId();
  const element = useRef<HTMLElement>(null);
  useEffect(() => {
    if (!isWanted) return;
    element.current?.scrollIntoView();
    element.current?.focus({ preventScroll: true });
  }, [isWanted]);
  return (
    // Its id is the same in every language: the focus finds it again when the page is drawn anew.
    <section
      id={`settings-${name}`}
      ref={element}
      tabIndex={-1}
      className={styles.section}
      aria-labelledby={id}
    >
      <h2 id={id} className={styles.title}>
        {words.settings[name]}
      </h2>
      {children}
    </section>
  );
}
