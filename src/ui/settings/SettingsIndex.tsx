import {
  Bell,
  CircleDot,
  HardDrive,
  Keyboard,
  Languages,
  ListChecks,
  type LucideIcon,
  Phone,
  SunMoon,
  UsersRound,
  Volume2,
} from 'lucide-react';
import { knownLanguages } from '../languages/known-languages.ts';
import { hrefOf } from '../shared/addresses.ts';
import { words } from '../words.ts';
import { goToSection, type SectionName } from './section.ts';
import styles from './SettingsIndex.module.css';

const icons: Readonly<Record<SectionName, LucideIcon>> = {
  language: Languages,
  calls: Phone,
  recording: CircleDot,
  sound: Volume2,
  check: ListChecks,
  accounts: UsersRound,
  notifications: Bell,
  keyboard: Keyboard,
  look: SunMoon,
  data: HardDrive,
};

/** Leads to each section, in the order of the page. Who cannot read it finds the languages, each by its own name. */
export function SettingsIndex({ names }: { readonly names: readonly SectionName[] }) {
  return (
    <nav className={styles.index} aria-label={words.settingsIndex}>
      <ul className={styles.list}>
        {names.map((name) => {
          const Icon = icons[name];
          return (
            <li key={name} className={styles.entry} data-section={name}>
              {/* The address may name the section already: then a click changes nothing but the place. */}
              <a className={styles.link} href={hrefOf('settings', name)} onClick={() => goToSection(name)}>
                <Icon aria-hidden size={20} />
                <span>
                  {words.settings[name]}
                  {name === 'language' ? <OwnNames /> : null}
                </span>
              </a>
            </li>
          );
        })}
      </ul>
    </nav>
  );
}

const OwnNames = () => (
  <span className={styles.own}>
    {Object.values(knownLanguages).map(({ tag, name }) => (
      <span key={tag}>
        {' '}
        <bdi lang={tag}>{name}</bdi>
      </span>
    ))}
  </span>
);
