import { useCallback, useState } from 'react';
import { toPhoneErrorDetail, type PhoneErrorDetail } from '#core/errors/phone-error.ts';

/** Runs commands that may fail, and keeps why the last one did. */
export function useAttempt(): {
  readonly error: PhoneErrorDetail | null;
  readonly attempt: (command: () => Promise<void>) => Promise<void>;
} {
  const [error, setError] = useState<PhoneErrorDetail | null>(null);
  const attempt = useCallback(async (command: () => Promise<void>): Promise<void> => {
    setError(null);
    try {
      await command();
    } catch (thrown) {
      setError(toPhoneErrorDetail(thrown));
    }
  }, []);
  return { error, attempt };
}
