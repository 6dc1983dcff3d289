import '@fontsource-variable/inter/wght.css';
import './shared/tokens.css';
import './shared/base.css';
import { useEffect, useState } from 'react';
import { useStore } from 'zustand';
import type { CallLink } from '#core/call/call-link.ts';
import type { PhoneConfig } from '#core/config/phone-config.ts';
import type { PhoneErrorDetail } from '#core/errors/phone-error.ts';
import type { Softphone } from '#core/softphone-types.ts';
import { keepFocus } from './shared/keep-focus.ts';
import { PageProvider, type PageSettings } from './shared/page-context.ts';
import { SoftphoneProvider, useSoftphone } from './shared/softphone-context.ts';
import { useReachable } from './shared/use-accounts.ts';
import { Shell } from './shell/Shell.tsx';
import { SignInPage } from './sign-in/SignInPage.tsx';

/** What the composition root hands to the page. */
export interface AppProps {
  readonly softphone: Softphone;
  readonly config: PhoneConfig;
  readonly page: PageSettings;
  /** An account of the demo that was asked for and that there is not. */
  readonly unknownAccount?: string | null;
  /** Why the deployment's own sinks are missing. */
  readonly hooksError?: PhoneErrorDetail | null;
  /** What the link asks for that opened the page. */
  readonly link?: CallLink | null;
  /** The person has decided about that link. */
  readonly onLinkDone?: () => void;
}

const nothing = () => undefined;

/** The whole page. */
export function App({
  softphone,
  config,
  page,
  unknownAccount = null,
  hooksError = null,
  link = null,
  onLinkDone = nothing,
}: AppProps) {
  const { locale } = useStore(page.language.store);
  useEffect(keepFocus, []);
  // Here, where another language does not ask again.
  const [isLinkDone, setLinkDone] = useState(false);
  const finishLink = () => {
    setLinkDone(true);
    onLinkDone();
  };
  const openLink = isLinkDone ? null : link;
  return (
    <SoftphoneProvider value={softphone}>
      <PageProvider value={page}>
        {/* Made anew in another language: nothing on the page may keep a word of the one before. */}
        <Entrance
          key={locale}
          {...{ config, unknownAccount, hooksError }}
          link={openLink}
          onLinkDone={finishLink}
        />
      </PageProvider>
    </SoftphoneProvider>
  );
}

/**
 * The sign-in form until an account is registered for the first time, so that a wrong password is corrected in place;
 * the phone from then on until sign-out. Who is signed in before the page is there (by configuration) goes straight in.
 */
function Entrance({
  config,
  unknownAccount,
  hooksError,
  link,
  onLinkDone,
}: Required<Omit<AppProps, 'softphone' | 'page'>>) {
  const isSignedIn = useStore(useSoftphone().accounts, ({ accounts }) => accounts.size > 0);
  const isReachable = useReachable();
  const [isIn, setIn] = useState(isSignedIn);
  const shouldBeIn = isSignedIn && (isIn || isReachable);
  if (shouldBeIn !== isIn) setIn(shouldBeIn);
  return shouldBeIn ? (
    <Shell config={config} hooksError={hooksError} link={link} onLinkDone={onLinkDone} />
  ) : (
    <SignInPage config={config} unknownAccount={unknownAccount} />
  );
}
