import '@fontsource-variable/inter/wght.css';
import './shared/tokens.css';
import './shared/base.css';
import { useState } from 'react';
import { I18nProvider } from 'react-aria-components';
import { useStore } from 'zustand';
import type { PhoneConfig } from '#core/config/phone-config.ts';
import type { PhoneErrorDetail } from '#core/errors/phone-error.ts';
import type { Softphone } from '#core/softphone-types.ts';
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
}

/** The whole page. */
export function App({ softphone, config, page, unknownAccount = null, hooksError = null }: AppProps) {
  const { locale } = useStore(page.language.store);
  return (
    <SoftphoneProvider value={softphone}>
      <PageProvider value={page}>
        <I18nProvider locale={locale}>
          {/* Made anew in another language: nothing on the page may keep a word of the one before. */}
          <Entrance key={locale} config={config} unknownAccount={unknownAccount} hooksError={hooksError} />
        </I18nProvider>
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
}: {
  readonly config: PhoneConfig;
  readonly unknownAccount: string | null;
  readonly hooksError: PhoneErrorDetail | null;
}) {
  const isSignedIn = useStore(useSoftphone().accounts, ({ accounts }) => accounts.size > 0);
  const isReachable = useReachable();
  const [isIn, setIn] = useState(isSignedIn);
  const shouldBeIn = isSignedIn && (isIn || isReachable);
  if (shouldBeIn !== isIn) setIn(shouldBeIn);
  return shouldBeIn ? (
    <Shell config={config} hooksError={hooksError} />
  ) : (
    <SignInPage config={config} unknownAccount={unknownAccount} />
  );
}
