import { Delete, Phone } from 'lucide-react';
import { type FormEvent, memo, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { displayText } from '#core/identity/display-text.ts';
import type { AccountId } from '#core/shared/ids.ts';
import { Button } from '../shared/Button.tsx';
import { dialFieldName, takeDialFieldWish } from '../shared/dial-field.ts';
import { IconButton } from '../shared/IconButton.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { TargetField } from '../shared/TargetField.tsx';
import { useTypedNumber } from '../shared/use-number-format.ts';
import { usePlaceCall } from '../shared/use-place-call.ts';
import { useAccountFor } from '../shared/use-accounts.ts';
import { words } from '../words.ts';
import { AccountChoice } from './AccountChoice.tsx';
import styles from './Dialer.module.css';
import { Keypad } from '../shared/Keypad.tsx';

/** Quiet while there are calls: what is to be done first is done to them. */
function CallButton({ disabled }: { readonly disabled: boolean }) {
  const isIdle = useStore(useSoftphone().calls, ({ liveCalls }) => liveCalls.size === 0);
  return (
    <Button
      type="submit"
      tone={isIdle ? 'primary' : 'quiet'}
      size="large"
      wide
      icon={Phone}
      disabled={disabled}
    >
      {words.dialer.call}
    </Button>
  );
}

/** Where a call begins: type or press a number or an address, then Enter or "Call". */
export const Dialer = memo(function Dialer() {
  const softphone = useSoftphone();
  const { error, place, forget } = usePlaceCall();
  const [target, setTarget] = useState('');
  const [wanted, setWanted] = useState<AccountId | null>(null);
  const account = useAccountFor(target, wanted);
  const canCall = account?.registration.status === 'registered';
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => {
    if (takeDialFieldWish()) input.current?.focus();
  }, []);

  const lastDialled = useStore(useSoftphone().lastDialled);
  const hint =
    target === '' && lastDialled !== '' ? words.dialer.redial(displayText(lastDialled)) : words.dialer.hint;
  const retype = useTypedNumber(input);

  const edit = (next: string) => {
    setTarget(next);
    forget();
  };

  const call = (event: FormEvent) => {
    event.preventDefault();
    if (!canCall) return;
    if (target.trim() === '' && lastDialled !== '') {
      edit(lastDialled);
      input.current?.focus();
    } else if (place(target.trim(), wanted) === null) input.current?.focus();
    else {
      setTarget('');
      setWanted(null);
    }
  };

  /** Presses write where the caret is, as the keys of a keyboard do. */
  const press = (character: string) => {
    const start = input.current?.selectionStart ?? target.length;
    const end = input.current?.selectionEnd ?? target.length;
    edit(retype(target, target.slice(0, start) + character + target.slice(end), start + 1));
  };

  return (
    <form className={styles.dialer} onSubmit={call} aria-label={words.dialer.label}>
      <TargetField
        large
        name={dialFieldName}
        label={words.dialer.field}
        hint={canCall ? hint : words.dialer.notRegistered}
        error={error}
        inputRef={input}
        value={target}
        enterKeyHint="go"
        onEdit={edit}
        trailing={
          target === '' ? null : (
            <IconButton
              label={words.dialer.erase}
              icon={Delete}
              onClick={() => {
                edit(retype(target, target.slice(0, -1), null));
                input.current?.focus();
              }}
            />
          )
        }
      />
      <AccountChoice
        accountId={account?.accountId ?? null}
        onChoose={(accountId) => {
          setWanted(accountId);
          softphone.chooseAccount(accountId);
        }}
      />
      <Keypad plus onKey={press} />
      <CallButton disabled={!canCall} />
    </form>
  );
});
