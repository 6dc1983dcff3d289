import type { ReactNode } from 'react';
import { I18nProvider } from 'react-aria-components/I18nProvider';
import { locale } from './locale.ts';

/** Around what react-aria draws: it takes language and direction from the browser otherwise, not from the page. */
export const PageLocale = ({ children }: { readonly children: ReactNode }) => (
  <I18nProvider {...(locale === undefined ? {} : { locale })}>{children}</I18nProvider>
);
