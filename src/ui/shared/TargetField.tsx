import { type ComponentProps, type RefObject, useRef } from 'react';
import type { PhoneErrorDetail } from '#core/errors/phone-error.ts';
import { TextField } from './TextField.tsx';
import { useTypedNumber } from './use-number-format.ts';
import { words } from '../words.ts';

function explain(error: PhoneErrorDetail | string | null): string | null {
  if (error === null || typeof error === 'string') return error;
  return `${words.errors[error.code].sentence} ${words.errors[error.code].action}`;
}

/**
 * A field for a number or an address: always from left to right, nothing put in by the browser, and what is wrong in plain
 * words. Numbers get their form while they are typed.
 */
export function TargetField({
  error,
  onEdit,
  inputRef,
  value,
  ...field
}: Omit<ComponentProps<typeof TextField>, 'error' | 'onChange' | 'value' | 'inputRef'> & {
  readonly error: PhoneErrorDetail | string | null;
  readonly onEdit: (text: string) => void;
  readonly value: string;
  readonly inputRef?: RefObject<HTMLInputElement | null>;
}) {
  const own = useRef<HTMLInputElement>(null);
  const input = inputRef ?? own;
  const retype = useTypedNumber(input);
  return (
    <TextField
      {...field}
      value={value}
      inputRef={input}
      error={explain(error)}
      dir="ltr"
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      onChange={({ target }) => onEdit(retype(value, target.value, target.selectionStart))}
    />
  );
}
