import { useEffect, useRef, useState } from 'react';
import { useStore } from 'zustand';
import { toPhoneErrorDetail, type PhoneErrorDetail } from '#core/errors/phone-error.ts';
import type { CallId } from '#core/shared/ids.ts';
import { Keypad } from '../shared/Keypad.tsx';
import { useSoftphone } from '../shared/softphone-context.ts';
import { TextField } from '../shared/TextField.tsx';
import { words } from '../words.ts';
import styles from './CallPanel.module.css';

/** What people put between digits when they write them down. */
const separators = /[\s().-]/g;

/** Sends digits as they are typed, pasted or pressed; what was sent stays, as it cannot be taken back. */
export function CallDigits({ callId }: { readonly callId: CallId }) {
  const softphone = useSoftphone();
  const received = useStore(softphone.receivedDigits, (digits) => digits.get(callId) ?? '');
  const [sent, setSent] = useState('');
  const [error, setError] = useState<PhoneErrorDetail | null>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);

  const send = async (typed: string) => {
    const digits = typed.replaceAll(separators, '');
    if (digits === '') return;
    setError(null);
    setSent((before) => before + digits);
    try {
      await softphone.sendDtmf(callId, digits);
    } catch (thrown) {
      setSent((before) => (before.endsWith(digits) ? before.slice(0, -digits.length) : before));
      setError(toPhoneErrorDetail(thrown));
    }
  };

  return (
    <div className={styles.panel}>
      <TextField
        label={words.digits.field}
        hint={received === '' ? words.digits.hint : words.digits.received(received)}
        error={
          error === null ? null : `${words.errors[error.code].sentence} ${words.errors[error.code].action}`
        }
        inputRef={input}
        value={sent}
        dir="ltr"
        inputMode="tel"
        autoComplete="off"
        onChange={({ target: { value } }) => {
          if (value.startsWith(sent)) void send(value.slice(sent.length));
        }}
      />
      <Keypad onKey={(digit) => void send(digit)} />
    </div>
  );
}
