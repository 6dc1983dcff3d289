import { PhoneForwarded, UsersRound } from 'lucide-react';
import { type FormEvent, useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { useShallow } from 'zustand/react/shallow';
import type { CallInfo } from '#core/call/call-info.ts';
import { partyName } from '#core/contacts/known-names.ts';
import { toPhoneErrorDetail, type PhoneErrorDetail } from '#core/errors/phone-error.ts';
import { Button } from '../shared/Button.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { TargetField } from '../shared/TargetField.tsx';
import { words } from '../words.ts';
import styles from './CallPanel.module.css';

/** Sends the remote party on: to somebody who is not asked, after asking them, or to another call that is on. */
export function CallTransfer({ call, onDone }: { readonly call: CallInfo; readonly onDone: () => void }) {
  const softphone = useSoftphone();
  const others = useStore(
    softphone.calls,
    useShallow(({ liveCalls }) =>
      [...liveCalls.values()].filter(({ callId, state }) => callId !== call.callId && state === 'Connected'),
    ),
  );
  const names = useStore(softphone.people.names);
  const [target, setTarget] = useState('');
  const [error, setError] = useState<PhoneErrorDetail | null>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);

  const attempt = async (run: () => unknown) => {
    setError(null);
    try {
      await run();
      onDone();
    } catch (thrown) {
      setError(toPhoneErrorDetail(thrown));
      input.current?.focus();
    }
  };
  const transfer = (event: FormEvent) => {
    event.preventDefault();
    void attempt(() => softphone.transfer(call.callId, target));
  };

  // The card itself offers it.
  const isOffered = !call.onHold && others.length === 1 && others[0]?.onHold === true;
  return (
    <form className={styles.panel} onSubmit={transfer} aria-label={words.transfer.label}>
      {(isOffered ? [] : others).map((other) => (
        <Button
          key={other.callId}
          tone="primary"
          icon={UsersRound}
          onClick={() => void attempt(() => softphone.transferToCall(call.callId, other.callId))}
        >
          {words.transfer.connectWith(partyName(names, other))}
        </Button>
      ))}
      <TargetField
        label={words.transfer.field}
        hint={words.transfer.hint}
        error={error}
        inputRef={input}
        value={target}
        onEdit={(text) => {
          setTarget(text);
          setError(null);
        }}
      />
      <div className={styles.choices}>
        <Button type="submit" icon={PhoneForwarded} disabled={target.trim() === ''}>
          {words.transfer.now}
        </Button>
        <Button
          disabled={target.trim() === ''}
          onClick={() => void attempt(() => softphone.placeCall(target, call.accountId))}
        >
          {words.transfer.askFirst}
        </Button>
      </div>
    </form>
  );
}
