import { useCallback, useState } from 'react';
import type { AccountId, CallId } from '#core/shared/ids.ts';
import { type PhoneErrorDetail, toPhoneErrorDetail } from '#core/errors/phone-error.ts';
import { goTo, readAddress } from './addresses.ts';
import { useSoftphone } from './softphone-context.ts';

/** Places a call; a refusal is kept as data until the next attempt or `forget`. */
export interface PlaceCall {
  readonly error: PhoneErrorDetail | null;
  /** Null when the phone refused. */
  readonly place: (typed: string, accountId?: AccountId | null) => CallId | null;
  readonly forget: () => void;
}

/** The command `placeCall` for a component that shows why it was refused. Goes to the page where the call is. */
export function usePlaceCall(): PlaceCall {
  const softphone = useSoftphone();
  const [error, setError] = useState<PhoneErrorDetail | null>(null);
  // The same one at each drawing: with another, every row of a list that calls would be drawn anew.
  const place = useCallback<PlaceCall['place']>(
    (typed, accountId) => {
      try {
        const callId = softphone.placeCall(typed, accountId);
        setError(null);
        if (readAddress(location.hash).route !== 'phone') goTo('phone');
        return callId;
      } catch (thrown) {
        setError(toPhoneErrorDetail(thrown));
        return null;
      }
    },
    [softphone],
  );
  return { error, place, forget: () => setError(null) };
}
