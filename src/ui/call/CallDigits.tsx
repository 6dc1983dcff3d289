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

/** Sends digits as they are typed, pasted or pressed. What was sent stays, as it cannot be taken back; what was not goes. */
export function CallDigits({ callId }: { readonly callId: CallId }) {
  const softphone = useSoftphone();
  const received = useStore(softphone.receivedDigits, (digits) => digits.get(callId) ?? '');
  /** What each attempt has sent, or is about to: digits are typed while those before them are on their way. */
  const [attempts, setAttempts] = useState<readonly string[]>([]);
  const attemptCount = useRef(0);
  const [error, setError] = useState<PhoneErrorDetail | null>(null);
  const input = useRef<HTMLInputElement>(null);
  useEffect(() => input.current?.focus(), []);

  const send = async (typed: string) => {
    const digits = typed.replaceAll(separators, '');
    if (digits === '') return;
    setError(null);
    setAttempts((before) => [...before, digits]);
    const attempt = attemptCount.current;
    attemptCount.current += 1;
    let sent = '';
    try {
      await softphone.sendDtmf(callId, digits, (digit) => {
        sent += digit;
      });
    } catch (thrown) {
      setAttempts((before) => before.with(attempt, sent));
      setError(toPhoneErrorDetail(thrown));
    }
  };
  const shown = attempts.join('');

  return (
    <div className={`${styles.panel} ${styles.digits}`} data-received={received !== ''}>
      <TextField
        label={words.digits.field}
        hint={received === '' ? words.digits.hint : words.digits.received(received)}
        error={
          error === null ? null : `${words.errors[error.code].sentence} ${words.errors[error.code].action}`
        }
        inputRef={input}
        value={shown}
        dir="ltr"
        inputMode="tel"
        autoComplete="off"
        onChange={({ target: { value } }) => {
          if (value.startsWith(shown)) void send(value.slice(shown.length));
        }}
      />
      <Keypad onKey={(digit) => void send(digit)} />
    </div>
  );
}
