import type { CallLink } from '#core/call/call-link.ts';
import type { PhoneConfig } from '#core/config/phone-config.ts';
import type { PhoneErrorDetail } from '#core/errors/phone-error.ts';
import { CallAnnouncer } from '../call/CallAnnouncer.tsx';
import { CallStrip } from '../call/CallStrip.tsx';
import { useStageCalls } from '../call/use-stage-calls.ts';
import { IncomingCalls } from '../incoming/IncomingCalls.tsx';
import { CallLinkNotice } from './CallLinkNotice.tsx';
import { MicrophoneNotice } from './MicrophoneNotice.tsx';
import { Navigation } from './Navigation.tsx';
import { Notices } from './Notices.tsx';
import { PhonePage } from './PhonePage.tsx';
import styles from './Shell.module.css';
import { NewerPageNotice } from './NewerPageNotice.tsx';
import { Shortcuts } from './Shortcuts.tsx';
import { TopBar } from './TopBar.tsx';
import { goTo, hrefOf } from '../shared/addresses.ts';
import { createLatePart } from '../shared/late-part.tsx';
import { SignInNotice } from '../shared/SignInNotice.tsx';
import { useRoute, useRoutePart } from './use-route.ts';

const pages = {
  recordings: createLatePart(() =>
    import('../recordings/RecordingsPage.tsx').then((page) => page.RecordingsPage),
  ),
  history: createLatePart(() => import('../history/HistoryPage.tsx').then((page) => page.HistoryPage)),
  contacts: createLatePart(() => import('../contacts/ContactsPage.tsx').then((page) => page.ContactsPage)),
  settings: createLatePart(() => import('../settings/SettingsPage.tsx').then((page) => page.SettingsPage)),
};

const showCalls = () => goTo('phone');

/** The phone of a person who is signed in. Calls that come in lie over every page; calls under way are always in sight. */
export function Shell({
  config,
  hooksError,
  link,
  onLinkDone,
}: {
  readonly config: PhoneConfig;
  /** What a link asked for that nobody has decided yet. */
  readonly link: CallLink | null;
  readonly onLinkDone: () => void;
  readonly hooksError: PhoneErrorDetail | null;
}) {
  const route = useRoute();
  const part = useRoutePart();
  const calls = useStageCalls();
  const LatePage = route === 'phone' ? null : pages[route];
  return (
    <div className={styles.shell}>
      <CallAnnouncer calls={calls} />
      <IncomingCalls overDialer={route === 'phone' && calls.live.length > 0} onAccepted={showCalls} />
      <Navigation current={route} />
      <TopBar route={route} />
      <Notices inCall={calls.live.length > 0} hooksError={hooksError}>
        <Shortcuts />
        {link === null ? null : <CallLinkNotice link={link} onDone={onLinkDone} />}
        <SignInNotice />
        <MicrophoneNotice />
        <NewerPageNotice inCall={calls.live.length > 0} />
      </Notices>
      <div className={styles.strip}>
        {route === 'phone' ? null : <CallStrip callIds={calls.live} href={hrefOf('phone')} />}
      </div>
      <main tabIndex={-1} className={styles.main}>
        {LatePage === null ? <PhonePage calls={calls} demo={config.demo} /> : <LatePage part={part} />}
      </main>
    </div>
  );
}
