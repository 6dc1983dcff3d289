import type { ComponentProps } from 'react';
import type { PhoneErrorDetail } from '#core/errors/phone-error.ts';
import { TextField } from './TextField.tsx';
import { words } from '../words.ts';

/** A field for a number or an address: always from left to right, nothing put in by the browser, and what is wrong in plain words. */
export function TargetField({
  error,
  onEdit,
  ...field
}: Omit<ComponentProps<typeof TextField>, 'error' | 'onChange'> & {
  readonly error: PhoneErrorDetail | null;
  readonly onEdit: (text: string) => void;
}) {
  return (
    <TextField
      {...field}
      error={
        error === null ? null : `${words.errors[error.code].sentence} ${words.errors[error.code].action}`
      }
      dir="ltr"
      autoComplete="off"
      autoCapitalize="none"
      spellCheck={false}
      onChange={(event) => onEdit(event.target.value)}
    />
  );
}
