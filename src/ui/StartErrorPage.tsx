import type { PhoneErrorDetail } from '#core/errors/phone-error.ts';
import { Details } from './shared/Details.tsx';
import { MessagePage } from './shared/MessagePage.tsx';
import { words } from './words.ts';

/** In the place of the phone when it cannot be started: above all when its config.json cannot be used. */
export function StartErrorPage({ error }: { readonly error: PhoneErrorDetail }) {
  const { sentence, action } = words.errors[error.code];
  return (
    <MessagePage title={error.code.startsWith('config/') ? words.config.title : words.crash.title}>
      <p role="alert">
        {sentence} {action}
      </p>
      <Details error={error} />
    </MessagePage>
  );
}
