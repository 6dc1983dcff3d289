import { type FormEvent, useEffect, useEffectEvent, useRef, useState } from 'react';
import { type PhoneErrorCode, type PhoneErrorDetail, toPhoneErrorDetail } from '#core/errors/phone-error.ts';
import type { AccountState } from '#core/registration/account-state.ts';
import type { LastSignIn } from '#core/registration/sign-in-memory.ts';
import { Button } from './Button.tsx';
import { ErrorNotice } from './ErrorNotice.tsx';
import { usePage } from './page-context.ts';
import { useSoftphone } from './softphone-context.ts';
import { SwitchLine } from './SwitchLine.tsx';
import { TextField } from './TextField.tsx';
import { words } from '../words.ts';
import {
  errorsOfFailure,
  findSignInErrors,
  type SignInErrors,
  type SignInFields,
  toAccountSettings,
} from './sign-in-form.ts';
import styles from './SignInForm.module.css';

/** The form. The password lives in its field and in memory only, unless the person wants to stay signed in. */
export function SignInForm({
  previous,
  last = null,
  defaultServer,
  onSignedIn = () => undefined,
}: {
  /** The account of the last attempt, to be corrected; another takes its place. */
  readonly previous: AccountState | null;
  /** What the form starts with where there is no such account. */
  readonly last?: LastSignIn | null;
  readonly defaultServer: string;
  /** The form has done its work; the rest is the account's to tell. */
  readonly onSignedIn?: () => void;
}) {
  const softphone = useSoftphone();
  const form = useRef<HTMLFormElement>(null);
  const [errors, setErrors] = useState<SignInErrors>({});
  const [failure, setFailure] = useState<PhoneErrorDetail | null>(null);
  const [fields, setFields] = useState<SignInFields>({
    address: previous?.settings.address ?? last?.address ?? '',
    password: '',
    displayName: previous?.settings.displayName ?? last?.displayName ?? '',
    server: previous?.settings.servers[0] ?? last?.server ?? defaultServer,
  });
  const { signIns } = usePage();
  const [shallStay, setStay] = useState(() => previous !== null && signIns.stays(previous.accountId));

  const showErrors = (found: SignInErrors) => {
    setErrors(found);
    const first = (['address', 'password', 'displayName', 'server'] as const).find((name) => found[name]);
    if (first === undefined) return;
    const input = form.current?.querySelector<HTMLInputElement>(`[name="${first}"]`);
    input?.focus();
    input?.select();
  };

  const refused = previous?.registration.status === 'failed' ? previous.registration.error : null;
  const showRefusal = useEffectEvent((code: PhoneErrorCode) => {
    const ofField = errorsOfFailure(code);
    if (ofField === null) return;
    // Who is elsewhere on the page by now stays there.
    if (form.current?.contains(document.activeElement) === true) showErrors(ofField);
    else setErrors(ofField);
  });
  useEffect(() => {
    if (refused !== null) showRefusal(refused.code);
  }, [refused]);

  const submit = (event: FormEvent) => {
    event.preventDefault();
    setFailure(null);
    const found = findSignInErrors(fields, location.protocol === 'https:');
    showErrors(found);
    if (Object.keys(found).length > 0) return;
    try {
      const settings = toAccountSettings(fields);
      setFields({ ...fields, address: settings.address });
      const accountId = softphone.signIn(settings);
      signIns.note(settings, shallStay);
      if (previous !== null && previous.accountId !== accountId) void softphone.signOut(previous.accountId);
      onSignedIn();
    } catch (thrown) {
      const detail = toPhoneErrorDetail(thrown);
      const ofField = errorsOfFailure(detail.code);
      if (ofField === null) setFailure(detail);
      else showErrors(ofField);
    }
  };

  const field = (name: keyof SignInFields) => ({
    name,
    value: fields[name],
    error: errors[name] ?? null,
    onChange: (event: { readonly target: { readonly value: string } }) => {
      setFields({ ...fields, [name]: event.target.value });
      setErrors({ ...errors, [name]: undefined });
    },
  });

  return (
    <form ref={form} noValidate onSubmit={submit} className={styles.form} aria-label={words.signIn.title}>
      {failure === null ? null : <ErrorNotice error={failure} urgent />}
      <TextField
        label={words.signIn.address}
        hint={words.signIn.addressHint}
        autoComplete="username"
        autoCapitalize="none"
        spellCheck={false}
        inputMode="email"
        {...field('address')}
      />
      <TextField
        label={words.signIn.password}
        hint={shallStay ? words.signIn.passwordKeptHint : words.signIn.passwordHint}
        type="password"
        autoComplete="current-password"
        {...field('password')}
      />
      <TextField
        label={words.signIn.displayName}
        hint={words.signIn.displayNameHint}
        autoComplete="name"
        {...field('displayName')}
      />
      <TextField
        label={words.signIn.server}
        hint={words.signIn.serverHint}
        autoCapitalize="none"
        autoComplete="url"
        spellCheck={false}
        inputMode="url"
        {...field('server')}
      />
      {signIns.canStay ? (
        <SwitchLine
          label={words.signIn.stay}
          hint={words.signIn.stayHint}
          checked={shallStay}
          onChange={setStay}
        />
      ) : null}
      <Button type="submit" tone="primary" size="large" wide>
        {words.signIn.submit}
      </Button>
    </form>
  );
}
